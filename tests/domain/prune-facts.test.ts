import { describe, expect, it } from 'vitest';
import type { Fact } from '@breathing-room/core/domain/fact';
import { pruneFacts } from '@breathing-room/core/domain/prune-facts';
import { newSubscriber, type Subscriber } from '@breathing-room/core/domain/subscriber';

const fact: Fact = {
  kind: 'text_answered',
  at: '2026-11-21T12:00:00Z',
  inboundId: 'abcdef12',
  reply: [{ id: 'topic.space.1' }],
  about: 'exact',
};
const withFacts = (...facts: Fact[]): Subscriber => ({
  ...newSubscriber('a-keyed-hash-of-22-char', { channel: 'sms', value: '+15551234567' }, 'US'),
  facts,
});

describe('inbound ids and reply references (P6)', () => {
  it('stay for 24 hours', () => {
    const person = withFacts(fact);
    expect(pruneFacts(person, '2026-11-22T11:59:59Z')).toBe(person);
  });

  it('leave then; the coded fact stays', () => {
    expect(pruneFacts(withFacts(fact), '2026-11-22T12:00:00Z').facts).toStrictEqual([
      { kind: 'text_answered', at: '2026-11-21T12:00:00Z', about: 'exact' },
    ]);
  });

  it('leave old facts only', () => {
    const fresh = { ...fact, at: '2026-11-22T11:00:00Z' };
    expect(pruneFacts(withFacts(fact, fresh), '2026-11-22T12:00:00Z').facts[1]).toStrictEqual(fresh);
  });
});
