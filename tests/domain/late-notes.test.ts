import { describe, expect, test } from 'vitest';
import type { LatePolicy } from '@breathing-room/core/domain/content';
import type { Guide } from '@breathing-room/core/domain/guide';
import { type Instant, plusDays, plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import { testGuide } from '../support/guide.ts';
import { after, stranger, untilNextNote } from '../support/people.ts';

const guide = testGuide();

/** The real content with every note of `patience` under one late policy. */
function withPolicy(late: LatePolicy): Guide {
  const { patience, ...others } = guide.content.programmes;
  const notes = patience!.notes.map((note) => ({ ...note, late }));
  return { ...guide, content: { ...guide.content, programmes: { ...others, patience: { ...patience!, notes } } } };
}

/** Waiting for note 2, with the moment it is due. */
function waiting(): { person: Subscriber; due: Instant } {
  const joined = ['JOIN PATIENCE', 'GO'].reduce((someone, word) => after(someone, word, guide), stranger());
  const { person } = untilNextNote(joined, guide)!;
  return { person, due: person.enrolment!.dueAt! };
}

describe('a note that is late (S12)', () => {
  test.each<[LatePolicy, hoursLate: number, decision: string, nextNote: number]>([
    ['send', 0, 'send', 2],
    ['send', 24, 'send', 2],
    ['send', 24 * 9, 'send', 2],
    ['send', 12, 'save', 2],
    ['shift', 0, 'send', 2],
    ['shift', 1, 'send', 2],
    ['shift', 24, 'save', 2],
    ['shift', 12, 'save', 2],
    ['skip', 0, 'send', 2],
    ['skip', 12, 'save', 3],
    ['skip', 24, 'save', 3],
    ['expire', 24, 'send', 2],
    ['expire', 24 * 4, 'save', 3],
    ['expire', 12, 'save', 2],
  ])('under %s, %i hours late: %s, with note %i next', (policy, hoursLate, kind, nextNote) => {
    const { person, due } = waiting();
    const decision = nudge(person, withPolicy(policy), plusHours(due, hoursLate));
    expect(decision.kind).toBe(kind);
    expect(decision.subscriber.enrolment?.nextNote).toBe(nextNote);
  });

  test.each<LatePolicy>(['send', 'shift', 'skip', 'expire'])(
    'under %s is planned at an allowed time to come when it does not go',
    (policy) => {
      const { person, due } = waiting();
      const now = plusHours(due, 12);
      const decision = nudge(person, withPolicy(policy), now);
      expect(decision.subscriber.wakeAt! > now).toBe(true);
    },
  );
});

describe('a line that is no note of a programme', () => {
  test('waits for the next allowed hour, whatever the policy of the note behind it', () => {
    const { person, due } = waiting();
    const night = plusHours(due, 12);
    const rested = withWakeAt({ ...person, hold: { reason: 'lows', since: plusDays(night, -3), until: night } });
    const decision = nudge(rested, withPolicy('skip'), night);
    expect(decision).toMatchObject({ kind: 'save', subscriber: { enrolment: { nextNote: 2 }, hold: { reason: 'lows' } } });
    const next = nudge(decision.subscriber, withPolicy('skip'), decision.subscriber.wakeAt!);
    expect(next).toMatchObject({ kind: 'send', text: { id: 'note.come-back' } });
  });
});

describe('a retry whose day is over', () => {
  const owed = { state: 'waiting' as const, messageId: 'message001', claimId: 'claim00001', bodyHash: '0123456789ab', tries: 1 };

  test.each<[LatePolicy, counted: boolean, nextNote: number]>([
    ['skip', false, 3],
    ['skip', true, 2],
    ['shift', false, 2],
    ['shift', true, 2],
  ])('under %s, already counted %s, is dropped with note %i next, once', (policy, counted, nextNote) => {
    const { person, due } = waiting();
    const id = counted ? 'patience.n1' : 'patience.n2';
    const closing = plusHours(due, 10);
    const enrolment = { ...person.enrolment!, dueAt: counted ? plusDays(due, 2) : due };
    const retried = withWakeAt({
      ...person,
      enrolment,
      owed: { ...owed, text: { id }, claimedAt: due, since: due, notBefore: plusMinutes(due, 4), counted },
    });
    const decision = nudge(retried, withPolicy(policy), closing);
    expect(decision).toMatchObject({ kind: 'save', subscriber: { enrolment: { nextNote } } });
    expect(decision.subscriber.owed).toBeUndefined();
    expect(decision.subscriber.wakeAt! > closing).toBe(true);
  });
});
