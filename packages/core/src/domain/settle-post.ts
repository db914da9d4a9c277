import { suppressed } from './change-person.ts';
import type { LedgerDraft, Reason } from './decision.ts';
import { errorAction } from './error-code.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusMinutes } from './instant.ts';
import type { SendOutcome } from './send-outcome.ts';
import { settleGivenUp, settleSent, settleUnknown, settleWaiting } from './settle-note.ts';
import { retentionYears } from './turn.ts';
import type { Subscriber } from './subscriber.ts';
import { withWakeAt } from './wake-at.ts';

/** What a POST, a look-up or a callback led to. `stopChannel` opens its breaker; `alert` wakes the operator. */
export interface Settled {
  subscriber: Subscriber;
  ledger: LedgerDraft[];
  reason: Reason;
  stopChannel?: true;
  alert?: 'content' | 'unknown' | 'mail';
  /** The person's own STOP stands behind it, so it counts for their other address too (O13). */
  revokes?: true;
}

const mostTries = 4;
/** 30004 this often in a row is a block (O14). */
const mostBlocked = 2;

/** Takes in the answer to a POST (S2, S3, S4). */
export function settlePost(person: Subscriber, outcome: SendOutcome, guide: Guide, now: Instant): Settled {
  switch (outcome.kind) {
    case 'sent':
      return plain(settleSent(person, outcome.providerId, guide.content, now), 'post.sent', 'The provider took it.');
    case 'unknown':
      return plain(
        settleUnknown(person, now),
        'post.unknown',
        'It may have been taken; nothing is sent again before the provider was asked.',
      );
    case 'throttled':
      return backOff(person, guide, now);
    case 'rejected':
      return settleCode(person, outcome.code, guide, now);
  }
}

/** Takes in an error code, from the POST itself or from a status callback. */
export function settleCode(person: Subscriber, code: number, guide: Guide, now: Instant): Settled {
  const action = errorAction(code);
  const givenUp = () => settleGivenUp(person, 'note_failed', guide.content, now);
  switch (action) {
    case 'suppress':
      return { ...suppress(givenUp(), now, action), revokes: true };
    case 'invalid':
      return suppress(givenUp(), now, action);
    case 'suppress_if_repeated': {
      const counted = { ...givenUp(), blockedCount: person.blockedCount + 1 };
      return counted.blockedCount >= mostBlocked
        ? suppress(counted, now, 'suppress')
        : plain(counted, 'code.blocked', 'The carrier blocked it; once more and we stop.');
    }
    case 'retry_once':
      return retryOnce(person, guide, now);
    case 'back_off':
      return backOff(person, guide, now);
    case 'stop_channel':
      return {
        ...plain(
          settleWaiting(person, plusMinutes(now, 15)),
          'code.stop-channel',
          'The channel itself is broken: notes wait until the operator mends it.',
        ),
        stopChannel: true,
      };
    case 'content_alert':
      return { ...plain(givenUp(), 'code.content', 'The carrier filtered the wording.'), alert: 'content' };
    case 'unknown':
      return {
        ...plain(settleGivenUp(person, 'note_unknown', guide.content, now), 'code.unknown', 'It may have arrived; it is not sent again.'),
        alert: 'unknown',
      };
    case 'stale':
    case 'other':
      return plain(givenUp(), `code.${action}`, 'This note is given up; the next goes as planned.');
  }
}

/** 2, 4, 8 minutes, then the day's note is given up (S3). */
export function backOff(person: Subscriber, guide: Guide, now: Instant): Settled {
  const tries = person.owed?.tries ?? mostTries;
  if (tries >= mostTries)
    return plain(settleGivenUp(person, 'note_rejected', guide.content, now), 'post.gave-up', 'Four tries were turned away.');
  return plain(settleWaiting(person, plusMinutes(now, 2 ** tries)), 'post.back-off', 'The provider is busy; the note waits.');
}

function retryOnce(person: Subscriber, guide: Guide, now: Instant): Settled {
  const tries = person.owed?.tries ?? mostTries;
  if (tries >= 2)
    return plain(
      settleGivenUp(person, 'note_failed', guide.content, now),
      'code.retried',
      'It failed twice; the next note goes as planned.',
    );
  return plain(settleWaiting(person, plusMinutes(now, 30)), 'code.retry', 'The phone could not be reached; one more try today.');
}

/** The provider says this address must not or cannot be texted: the same as an opt-out (O14). */
function suppress(person: Subscriber, now: Instant, why: 'suppress' | 'invalid'): Settled {
  const isNew = person.consent !== 'withdrawn';
  const line: LedgerDraft = {
    kind: 'withdrawn',
    method: 'provider_code',
    at: now,
    channel: person.address.channel,
    language: person.language,
    retentionYears,
  };
  return {
    subscriber: withWakeAt(suppressed(person, now)),
    ledger: isNew ? [line] : [],
    reason: { rule: `code.${why}`, because: 'The provider says this number must not be texted.' },
  };
}

const plain = (subscriber: Subscriber, rule: string, because: string): Settled => ({
  subscriber,
  ledger: [],
  reason: { rule, because },
});
