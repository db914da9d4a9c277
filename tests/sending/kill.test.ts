import { describe, expect, inject, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';

const endpoint = () => inject('dynamoEndpoint');

describe('a worker killed at any moment', () => {
  test.concurrent('loses no note and doubles none (S13)', { timeout: 120_000 }, async () => {
    const { taken } = await killRounds({ endpoint: endpoint(), people: 120, kills: 6, isBlind: false });
    expect(taken.filter((count) => count === 0)).toEqual([]);
    expect(taken.filter((count) => count > 1)).toEqual([]);
  });

  test.concurrent('doubles notes when it does not ask the provider first (the control)', { timeout: 120_000 }, async () => {
    const { taken } = await killRounds({ endpoint: endpoint(), people: 120, kills: 6, isBlind: true });
    expect(taken.filter((count) => count > 1).length).toBeGreaterThan(0);
  });
});
