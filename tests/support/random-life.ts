import * as fc from 'fast-check';
import { claimAgain, claimLookUp, claimNote } from '@breathing-room/core/domain/claim-note';
import type { Guide } from '@breathing-room/core/domain/guide';
import { type Instant, latest, plusMinutes } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { mayStillGo } from '@breathing-room/core/domain/send-in-window';
import { settleAbsent, settleDropped } from '@breathing-room/core/domain/settle-note';
import { settlePost } from '@breathing-room/core/domain/settle-post';
import { settleReport } from '@breathing-room/core/domain/settle-report';
import type { SendOutcome } from '@breathing-room/core/domain/send-outcome';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import type { TextRef } from '@breathing-room/core/domain/text-ref';
import { stranger, texts } from './people.ts';

/**
 * What may happen to somebody: they text, time passes, the worker comes by (and they text while it has a
 * note in hand), the carrier reports on the last note.
 */
export type Happening =
  | { kind: 'text'; body: string }
  | { kind: 'wait'; minutes: number }
  | { kind: 'wake'; outcome: SendOutcome; meanwhile: string | undefined }
  | { kind: 'report'; errorCode: number };

const words = [
  'JOIN PATIENCE',
  'JOIN SELFCARE',
  'JOIN WEEK',
  'GO',
  'GO',
  'GO',
  'STOP',
  'START',
  'PAUSE',
  'PAUSE 3',
  'RESUME',
  'SLOWER',
  'FASTER',
  'DAILY',
  'LATER',
  'TIME 9',
  'TIME 8PM',
  'ZONE DENVER',
  'STATUS',
  'PRIVATE',
  'MENU',
  'HELP',
  'SPACE',
  'MORE',
  'SAFE',
  'CRISIS',
  'NOCONTACT',
  'YES',
  'NO',
  '1',
  '2',
  '3',
  '4',
  '5',
  'FORGET ME',
  'MY DATA',
  'leave me alone',
  'ok',
  'qwzx flurb',
  'ESPANOL',
];

const changesOfMind = ['STOP', 'SAFE', 'CRISIS', 'NOCONTACT', 'PAUSE', 'JOIN WEEK'];

const anyOutcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<SendOutcome>({ kind: 'sent', providerId: 'SM1' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<SendOutcome>(
      { kind: 'throttled', code: 20_429 },
      { kind: 'rejected', code: 21_610 },
      { kind: 'rejected', code: 30_007 },
      { kind: 'unknown' },
    ),
  },
);

const anything: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('text' as const), body: fc.constantFrom(...words) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('wait' as const),
        minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 600, max: 4000 })),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('wake' as const),
        outcome: anyOutcome,
        meanwhile: fc.option(fc.constantFrom(...words, ...changesOfMind), { nil: undefined, freq: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('report' as const), errorCode: fc.constantFrom(0, 30_003, 30_004, 30_007) }) },
  ),
  { minLength: 5, maxLength: 60 },
);

const beginnings = [[], ['JOIN PATIENCE', 'GO'], ['JOIN SELFCARE', 'GO', 'DAILY'], ['JOIN BOUNDARY', 'GO']];

/** Most people join first; without that little would ever be sent. */
export const life: fc.Arbitrary<Happening[]> = fc
  .tuple(fc.constantFrom(...beginnings), anything)
  .map(([begin, rest]) => [...begin.map((body) => ({ kind: 'text' as const, body })), ...rest]);

export interface SentNote {
  at: Instant;
  text: TextRef;
  before: Subscriber;
  /** The provider took it; otherwise it was tried and did not go. */
  isTaken: boolean;
}

/** Lives through it with the pure deciders; `look` sees the person after every step. */
export function liveOn(
  happenings: readonly Happening[],
  guide: Guide,
  look: (person: Subscriber, now: Instant) => void = () => {},
): SentNote[] {
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
          sent.push({ at: now, text: decision.text, before: person, isTaken: happening.outcome.kind === 'sent' });
          const claimed = claimNote(decision.subscriber, { ...ids, text: decision.text }, now);
          person = afterPost(claimed, happening, guide, now);
        } else if (decision.kind === 'look_up') person = lookedUp(person, happening, guide, { now, sent });
        else if (decision.kind === 'save') person = decision.subscriber;
        break;
      }
      case 'report': {
        const status = happening.errorCode === 0 ? ('delivered' as const) : ('undelivered' as const);
        const report = { messageId: ids.messageId, providerId: 'SM1', to: person.address.value, status, errorCode: happening.errorCode };
        person = settleReport(person, report, guide, now)?.subscriber ?? person;
      }
    }
    look(person, now);
  }
  return sent;
}

const ids = { messageId: 'message001', claimId: 'claim00001', bodyHash: '0123456789ab' };
type Woken = Extract<Happening, { kind: 'wake' }>;

/** The provider's answer meets the record as it is by then; a record that let the claim go is left alone. */
function afterPost(claimed: Subscriber, { outcome, meanwhile }: Woken, guide: Guide, now: Instant): Subscriber {
  const fresh = meanwhile === undefined ? claimed : texts({ person: claimed, now }, meanwhile, guide).subscriber;
  return fresh.owed?.claimId === claimed.owed!.claimId ? settlePost(fresh, outcome, guide, now).subscriber : fresh;
}

/** The provider knows nothing of the message; asked twice, it is sent once more where it still may go. */
function lookedUp(person: Subscriber, happening: Woken, guide: Guide, { now, sent }: { now: Instant; sent: SentNote[] }): Subscriber {
  if (person.owed!.absentAt === undefined) return settleAbsent(claimLookUp(person, ids.claimId, now), now);
  const { text } = person.owed!;
  if (mayStillGo(person, text, guide, now) === undefined) return settleDropped(person, guide.content, now);
  sent.push({ at: now, text, before: person, isTaken: happening.outcome.kind === 'sent' });
  return afterPost(claimAgain(person, ids, now), happening, guide, now);
}
