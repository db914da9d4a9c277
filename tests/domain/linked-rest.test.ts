import { describe, expect, test } from 'vitest';
import { concernsBoth, restLinked } from '@breathing-room/core/domain/linked-rest';
import type { Concern, Sense } from '@breathing-room/core/domain/meaning';
import { remember } from '@breathing-room/core/domain/remember';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { testGuide } from '../support/guide.ts';
import { answerTo } from '../support/meanings.ts';
import { after, peopleIn, stranger } from '../support/people.ts';

const guide = testGuide();
const people = peopleIn(guide);
const now = people.active!().now;
const own = (concern: Concern): Sense => ({ kind: 'crisis', concern, person: 'self', optOut: false });

/** Somebody with no programme on this address, after a text that means this. */
function told(sense: Sense): Subscriber {
  const { person, fact, reply } = answerTo({ ...stranger(), now }, sense, guide);
  return remember(person, { kind: fact, at: now, reply });
}
const other = (sense: Sense, state = 'active'): Subscriber | undefined => {
  const from = told(sense);
  return concernsBoth(from) ? restLinked(people[state]!().person, from, guide, now)?.subscriber : undefined;
};

describe('danger told on one address (X5)', () => {
  test('of abuse ends a programme that SAFE closes on the other', () => {
    expect(other(own('abuse'))).toMatchObject({ flags: { safe: {} } });
    expect(other(own('abuse'))!.enrolment).toBeUndefined();
  });

  test.each<Sense>([own('self_harm'), own('harm_others'), { kind: 'quiet' }, { kind: 'keyword', topic: 'crisis', match: 'exact' }])(
    '$kind leaves nothing to come on the other',
    (sense) => {
      const person = other(sense)!;
      expect(person.wakeAt).toBeUndefined();
      expect(person.enrolment === undefined || ['crisis', 'quiet'].includes(person.hold!.reason)).toBe(true);
    },
  );

  test('SAFE rests what it does not close, and cancels a sign-up', () => {
    const safe: Sense = { kind: 'keyword', topic: 'safe', match: 'exact' };
    expect(other(safe, 'safe')).toMatchObject({ enrolment: { programme: 'selfcare' }, hold: { reason: 'crisis' } });
    expect(other(safe, 'pending')!.offer).toBeUndefined();
  });

  test('an age under 18 counts for both', () => {
    expect(other({ kind: 'minor' })).toMatchObject({ flags: { adultOnly: {} } });
    expect(other({ kind: 'minor' })!.enrolment).toBeUndefined();
  });

  test('changes nothing the second time', () => {
    const from = told(own('self_harm'));
    const once = restLinked(people.active!().person, from, guide, now)!.subscriber;
    expect(restLinked(once, from, guide, now)).toBeUndefined();
  });
});

describe('what stays with one address', () => {
  test.each<Sense>([
    { kind: 'crisis', concern: 'self_harm', person: 'other', optOut: false },
    { kind: 'unclear_danger' },
    { kind: 'opt_out_unsure' },
    { kind: 'keyword', topic: 'safe', match: 'typing_error' },
  ])('$kind, if it is not their own danger', (sense) => {
    expect(concernsBoth(told(sense))).toBe(false);
  });

  test('words, pace and rest', () => {
    for (const word of ['SPACE', 'PAUSE', 'SLOWER', 'JOIN WEEK', 'NO'])
      expect(concernsBoth(after(people.active!(), word, guide).person)).toBe(false);
  });
});
