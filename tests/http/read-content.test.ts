import { describe, expect, test } from 'vitest';
import { loadContent } from '@breathing-room/core/content/load-content';
import { understand } from '@breathing-room/core/domain/understand';
import { readContent } from '@breathing-room/functions/read-content';
import { contentFiles } from '../../infra/content-files.ts';

describe('the words a deployed function reads', () => {
  test('are the same as on one machine, weights included', async () => {
    expect(await readContent()).toEqual(loadContent());
  });

  test('all ship beside its code', () => {
    expect(contentFiles.map(({ to }) => to).toSorted()).toEqual(['content.json', 'lexicon.json', 'weights.json']);
  });

  test('let it hear danger and a plain wish to stop, not only words of a list (X1, O3)', async () => {
    const { lexicon } = await readContent();
    const state = { checkInOpen: false, gateOpen: false, isOptedOut: false };
    expect(understand('he hits me', state, lexicon)).toMatchObject({ kind: 'crisis', concern: 'abuse' });
    expect(understand('stop texting me please', state, lexicon)).toMatchObject({ kind: 'opt_out' });
  });
});
