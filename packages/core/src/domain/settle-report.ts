import type { DeliveryReport } from './delivery-report.ts';
import { errorAction } from './error-code.ts';
import type { Guide } from './guide.ts';
import type { Instant } from './instant.ts';
import { remember } from './remember.ts';
import { settleSent } from './settle-note.ts';
import { type Settled, settleCode } from './settle-post.ts';
import type { Subscriber } from './subscriber.ts';
import { withWakeAt } from './wake-at.ts';

/**
 * Takes in a status callback: repeated, out of order, before the POST's own answer, or for a message
 * we no longer know (W13). Undefined = nothing changes.
 */
export function settleReport(person: Subscriber, report: DeliveryReport, guide: Guide, now: Instant): Settled | undefined {
  const { owed } = person;
  const isOurs = owed !== undefined && owed.messageId === report.messageId;
  switch (report.status) {
    case 'delivered':
    case 'read':
      return isOurs ? delivered(person, report, guide, now) : undefined;
    case 'undelivered':
    case 'failed':
    case 'canceled':
      return isOurs ? failed(person, report, guide, now) : blocked(person, report, guide, now);
    default:
      return isOurs && owed.state === 'unknown'
        ? settled(settleSent(person, report.providerId, guide.content, now), 'report.resolved')
        : undefined;
  }
}

function delivered(person: Subscriber, report: DeliveryReport, guide: Guide, now: Instant): Settled {
  const { owed, ...rest } = person.owed!.counted ? person : settleSent(person, report.providerId, guide.content, now);
  // A block is only a block where nothing arrives between two reports of it (O14).
  return settled(remember({ ...rest, blockedCount: 0 }, { kind: 'note_delivered', at: now, about: owed!.text.id }), 'report.delivered');
}

function failed(person: Subscriber, report: DeliveryReport, guide: Guide, now: Instant): Settled | undefined {
  const owed = person.owed!;
  if (owed.state === 'waiting') return undefined; // A repeated callback; the retry is planned already.
  const counted = owed.counted ? person : settleSent(person, report.providerId, guide.content, now);
  return settleCode(counted, report.errorCode ?? 0, guide, now);
}

/** For a message we no longer hold, only a code that forbids texting this number matters (O14). */
function blocked(person: Subscriber, report: DeliveryReport, guide: Guide, now: Instant): Settled | undefined {
  const action = errorAction(report.errorCode ?? 0);
  const isForbidden = action === 'suppress' || action === 'invalid';
  if (!isForbidden || person.consent === 'withdrawn' || person.version === 0) return undefined;
  return settleCode(person, report.errorCode ?? 0, guide, now);
}

const settled = (subscriber: Subscriber, rule: string): Settled => ({
  subscriber: withWakeAt(subscriber),
  ledger: [],
  reason: { rule, because: 'The provider told us what became of it.' },
});
