import { describe, expect, test } from 'vitest';
import { claimNote } from '@breathing-room/core/domain/claim-note';
import { type Instant, plusDays, plusMinutes } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { mayStillGo } from '@breathing-room/core/domain/send-in-window';
import { settleSent } from '@breathing-room/core/domain/settle-note';
import { settlePost } from '@breathing-room/core/domain/settle-post';
import { settleReport } from '@breathing-room/core/domain/settle-report';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { type TextRef, textRef } from '@breathing-room/core/domain/text-ref';
import { wakeAtOf, withWakeAt } from '@breathing-room/core/domain/wake-at';
import type { Sense } from '@breathing-room/core/domain/meaning';
import { testGuide } from '../support/guide.ts';
import { afterMeaning } from '../support/meanings.ts';
import { after, peopleIn, type Someone } from '../support/people.ts';

const guide = testGuide();
const phone = '+12125550123';
const ids = { messageId: 'message001', claimId: 'claim00001', bodyHash: '0123456789ab' };

/** Somebody in `patience` whose note was just claimed, with its moment. */
function claimed(text?: TextRef): Someone {
  const { person } = peopleIn(guide).active!();
  const due = person.enrolment!.dueAt!;
  const decision = nudge(person, guide, due);
  if (decision.kind !== 'send') throw new Error('no note was due');
  return { person: claimNote(decision.subscriber, { ...ids, text: text ?? decision.text }, due), now: due };
}

/** What the worker would send within a month, whatever else it has to write first. */
function sentWithinAMonth(person: Subscriber, from: Instant): string[] {
  let current = person;
  for (let steps = 0; steps < 40; steps++) {
    const at = wakeAtOf(current);
    if (at === undefined || at > plusDays(from, 30)) return [];
    const decision = nudge(current, guide, at > from ? at : from);
    if (decision.kind === 'send') return [decision.text.id];
    if (decision.kind !== 'save') return [];
    current = decision.subscriber;
  }
  throw new Error('the worker never came to an end');
}

const words = ['STOP', 'leave me alone', 'SAFE', 'NOCONTACT', 'CRISIS', 'PAUSE', 'FORGET ME'];
const senses: Sense[] = [
  { kind: 'minor' },
  { kind: 'quiet' },
  { kind: 'opt_out_unsure' },
  { kind: 'crisis', concern: 'abuse', person: 'self', optOut: false },
];
/** FORGET ME counts when it is said twice. */
const tell = (someone: Someone, word: string): Subscriber =>
  (word === 'FORGET ME' ? [word, word] : [word]).reduce((current, each) => after(current, each, guide), someone).person;

describe('a note that failed on the way, after the person chose otherwise,', () => {
  test.each(words)('is not tried again after %s (O9, O10, X5, X15)', (word) => {
    const { person, now } = claimed();
    const accepted = settleSent(person, 'SM1', guide.content, now);
    const changed = tell({ person: accepted, now }, word);
    const report = { messageId: ids.messageId, providerId: 'SM1', to: phone, status: 'undelivered' as const, errorCode: 30_003 };
    const settled = settleReport(changed, report, guide, plusMinutes(now, 1));
    expect(sentWithinAMonth(settled?.subscriber ?? changed, now)).toEqual([]);
  });

  test.each(words)('is not tried again after %s while the provider was busy', (word) => {
    const { person, now } = claimed();
    const changed = tell({ person, now }, word);
    // The worker leaves a record alone that no longer holds its claim.
    const settled = changed.owed === undefined ? changed : settlePost(changed, { kind: 'throttled', code: 20_429 }, guide, now).subscriber;
    expect(sentWithinAMonth(settled, now)).toEqual([]);
  });

  test.each(senses)('is not tried again after a text that means $kind', (sense) => {
    const { person, now } = claimed();
    const changed = afterMeaning({ person, now }, sense, guide).person;
    const settled = settlePost(changed, { kind: 'throttled', code: 20_429 }, guide, now).subscriber;
    expect(sentWithinAMonth(settled, now)).toEqual([]);
  });

  test.each([...words, 'PAUSE 5'])('of unknown fate is not sent a second time after %s', (word) => {
    const { person, now } = claimed();
    expect(mayStillGo(person, person.owed!.text, guide, now)).toBeGreaterThan(120);
    const changed = tell({ person, now }, word);
    expect(mayStillGo(changed, person.owed!.text, guide, now)).toBeUndefined();
  });
});

describe('a text that was under way when the person chose otherwise', () => {
  test('and ends a rest does not end the hold for danger set meanwhile (X5)', () => {
    const { person, now } = claimed(textRef('note.come-back'));
    const resting = withWakeAt({ ...person, hold: { reason: 'lows', since: now, until: now } });
    const inDanger = after({ person: resting, now }, 'CRISIS', guide).person;
    const settled = settleSent(inDanger, 'SM1', guide.content, plusMinutes(now, 1));
    expect(settled.hold?.reason).toBe('crisis');
    expect(sentWithinAMonth(settled, now)).toEqual([]);
  });

  test('and begins a rest does not lighten the hold for danger set meanwhile (X5)', () => {
    const { person, now } = claimed(textRef('note.rest'));
    const silent = { ...person, enrolment: { ...person.enrolment!, missed: 5 } };
    const inDanger = after({ person: silent, now }, 'CRISIS', guide).person;
    expect(settleSent(inDanger, 'SM1', guide.content, now).hold?.reason).toBe('crisis');
  });

  test('and closes a programme does not end the one joined meanwhile', () => {
    const { person, now } = claimed(textRef('note.closing'));
    const joined = ['JOIN SELFCARE', 'GO'].reduce((someone, word) => after(someone, word, guide), { person, now }).person;
    expect(settleSent(joined, 'SM1', guide.content, now).enrolment?.programme).toBe('selfcare');
  });

  test('and belongs to the programme left does not move the new one on', () => {
    const { person, now } = claimed();
    const joined = ['JOIN SELFCARE', 'GO'].reduce((someone, word) => after(someone, word, guide), { person, now }).person;
    const settled = settleSent(joined, 'SM1', guide.content, now);
    expect(settled.enrolment).toMatchObject({ programme: 'selfcare', nextNote: 1 });
    expect(settled.enrolment!.dueAt! > plusMinutes(now, 60 * 12)).toBe(true);
  });

  test('of the programme left is not tried again in the new one', () => {
    const { person, now } = claimed();
    const waiting = settlePost(person, { kind: 'throttled', code: 20_429 }, guide, now).subscriber;
    const joined = ['JOIN SELFCARE', 'GO'].reduce((someone, word) => after(someone, word, guide), { person: waiting, now }).person;
    expect(sentWithinAMonth(joined, now)).toEqual(['selfcare.n1']);
  });

  test('keeps its turn and is tried again where nothing changed', () => {
    const { person, now } = claimed();
    const waiting = settlePost(person, { kind: 'throttled', code: 20_429 }, guide, now).subscriber;
    expect(sentWithinAMonth(waiting, now)).toEqual([person.owed!.text.id]);
  });
});

describe('blocks by the carrier (O14)', () => {
  test('do not add up where a text arrived between them', () => {
    const { person, now } = claimed();
    const accepted = settleSent({ ...person, blockedCount: 1 }, 'SM1', guide.content, now);
    const report = { messageId: ids.messageId, providerId: 'SM1', to: phone, status: 'delivered' as const };
    expect(settleReport(accepted, report, guide, now)!.subscriber.blockedCount).toBe(0);
  });
});
