import fc from 'fast-check';
import { claimNote } from '@breathing-room/core/domain/claim-note';
import type { Guide } from '@breathing-room/core/domain/guide';
import { type Instant, latest, plusMinutes } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { settlePost } from '@breathing-room/core/domain/settle-post';
import type { SendOutcome } from '@breathing-room/core/domain/send-outcome';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import type { TextRef } from '@breathing-room/core/domain/text-ref';
import { stranger, texts } from './people.ts';

/** What may happen to somebody: they text, time passes, the worker comes by. */
export type Happening = { kind: 'text'; body: string } | { kind: 'wait'; minutes: number } | { kind: 'wake'; outcome: SendOutcome };

const words = [
  'JOIN PATIENCE', 'JOIN SELFCARE', 'JOIN WEEK', 'GO', 'GO', 'GO', 'STOP', 'START', 'PAUSE', 'PAUSE 3', 'RESUME', 'SLOWER', 'FASTER',
  'DAILY', 'LATER', 'TIME 9', 'TIME 8PM', 'ZONE DENVER', 'STATUS', 'PRIVATE', 'MENU', 'HELP', 'SPACE', 'MORE', 'SAFE', 'CRISIS',
  'NOCONTACT', 'YES', 'NO', '1', '2', '3', '4', '5', 'FORGET ME', 'MY DATA', 'leave me alone', 'ok', 'qwzx flurb', 'ESPANOL',
];

const outcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<SendOutcome>({ kind: 'sent', providerId: 'SM1' }) },
  { weight: 1, arbitrary: fc.constantFrom<SendOutcome>({ kind: 'throttled', code: 20_429 }, { kind: 'rejected', code: 21_610 }, { kind: 'rejected', code: 30_007 }) },
);

export const life: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('text' as const), body: fc.constantFrom(...words) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 600, max: 4000 })) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('wake' as const), outcome }) },
  ),
  { minLength: 5, maxLength: 60 },
);

export interface SentNote {
  at: Instant;
  text: TextRef;
  before: Subscriber;
}

/** Lives through it with the pure deciders; `look` sees the person after every step. */
export function liveOn(happenings: readonly Happening[], guide: Guide, look: (person: Subscriber, now: Instant) => void = () => {}): SentNote[] {
  let { person, now } = stranger();
  const sent: SentNote[] = [];
  for (const happening of happenings) {
    switch (happening.kind) {
      case 'text':
        person = texts({ person, now }, happening.body, guide).subscriber;
        break;
      case 'wait':
        now = plusMinutes(now, happening.minutes);
        break;
      case 'wake': {
        now = latest(now, person.wakeAt);
        const decision = nudge(person, guide, now);
        if (decision.kind === 'send') {
          sent.push({ at: now, text: decision.text, before: person });
          const claimed = claimNote(decision.subscriber, { text: decision.text, messageId: 'message001', claimId: 'claim00001', bodyHash: '0123456789ab' }, now);
          person = settlePost(claimed, happening.outcome, guide, now).subscriber;
        } else if (decision.kind === 'save') person = decision.subscriber;
      }
    }
    look(person, now);
  }
  return sent;
}

