import { describe, expect, test } from 'vitest';
import type { Decision } from '@breathing-room/core/domain/decision';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { testGuide } from '../support/guide.ts';
import { peopleIn, texts } from '../support/people.ts';
import { readWordsTable } from '../support/words-table.ts';

const guide = testGuide();
const people = peopleIn(guide);
const rows = readWordsTable(Object.keys(people));

describe('docs/words.md', () => {
  test('has a row for every state at least once', () => {
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(Object.keys(people)));
    expect(rows.length).toBeGreaterThan(400);
  });

  test.each(rows)('$word when $state: $effect, $reply', (row) => {
    const someone = people[row.state]!();
    const decision = texts(someone, row.word, guide);
    expect(decision.reply.map(({ id }) => id)).toEqual(row.reply?.split(' ') ?? []);
    expect(decision.ledger.map(({ kind }) => kind)).toEqual(row.ledger === undefined ? [] : [row.ledger]);
    expect(holdNow(decision, row.hold, someone.person)).toBe(true);
    expect(effects[row.effect]!(someone.person, decision)).toBe(true);
  });
});

function holdNow({ subscriber }: Decision, hold: string, before: Subscriber): boolean {
  if (hold === 'same') return subscriber.hold?.reason === before.hold?.reason;
  return subscriber.hold?.reason === (hold === '—' ? undefined : hold);
}

/** What each effect word means for the record; everything that is not named in a check must stay as it was. */
const effects: Record<string, (before: Subscriber, decision: Decision) => boolean> = {
  none: (before, { subscriber }) => sameBut(before, subscriber, []),
  suppress: (_, { subscriber }) => subscriber.consent === 'withdrawn' && !subscriber.offer && !subscriber.enrolment && !subscriber.wakeAt,
  lift: (before, { subscriber }) => subscriber.consent === 'none' && sameBut(before, subscriber, ['consent', 'consentAt']),
  offer: (before, { subscriber }) => subscriber.offer !== undefined && sameBut(before, subscriber, ['offer', 'gateAskedAt']),
  enrol: (_, { subscriber }) => subscriber.consent === 'given' && subscriber.enrolment?.nextNote === 1 && !subscriber.offer,
  cancel: (before, { subscriber }) => !subscriber.offer && sameBut(before, subscriber, ['offer', 'gateAskedAt']),
  hold: (before, { subscriber }) => subscriber.hold !== undefined && sameBut(before, subscriber, ['hold', 'offer', 'gateAskedAt']),
  resume: (_, { subscriber }) => subscriber.hold === undefined && subscriber.enrolment?.dueAt !== undefined,
  gate: (before, { subscriber }) => subscriber.gateAskedAt !== undefined && sameBut(before, subscriber, ['gateAskedAt']),
  pace: (before, { subscriber }) =>
    sameBut(before, subscriber, ['pace', 'enrolment']) && changed(before, subscriber, ['pace', 'enrolment']),
  hour: (before, { subscriber }) => subscriber.hour !== undefined && sameBut(before, subscriber, ['hour', 'enrolment']),
  zone: (before, { subscriber }) => subscriber.zone === 'America/Denver' && sameBut(before, subscriber, ['zone', 'enrolment']),
  private: (before, { subscriber }) => subscriber.isPrivate && sameBut(before, subscriber, ['isPrivate']),
  language: (before, { subscriber }) => sameBut(before, subscriber, ['language']),
  advise: (before, { subscriber }) => subscriber.deck?.card === 1 && sameBut(before, subscriber, ['deck']),
  show: (before, { subscriber }) => sameBut(before, subscriber, []),
  flag: (before, { subscriber }) =>
    Object.keys(subscriber.flags).length > 0 &&
    sameBut(before, subscriber, ['flags', 'offer', 'enrolment', 'hold', 'gateAskedAt']) &&
    !subscriber.offer,
  warn: (before, { subscriber }) => subscriber.forgetAskedAt !== undefined && sameBut(before, subscriber, ['forgetAskedAt']),
};

/** Bookkeeping every answer changes. */
const bookkeeping = ['facts', 'today', 'wakeAt'];

function sameBut(before: Subscriber, after: Subscriber, allowed: readonly string[]): boolean {
  const kept = (person: Subscriber) =>
    JSON.stringify(
      Object.entries(person)
        .filter(([key]) => ![...bookkeeping, ...allowed].includes(key))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return kept(before) === kept(after);
}

const changed = (before: Subscriber, after: Subscriber, keys: readonly (keyof Subscriber)[]): boolean =>
  keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
