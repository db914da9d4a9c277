import { suppressed } from './change-person.ts';
import type { LedgerDraft } from './decision.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusMinutes } from './instant.ts';
import type { MailEvent } from './mail-event.ts';
import { remember } from './remember.ts';
import type { SendOutcome } from './send-outcome.ts';
import { settleGivenUp, settleSent, settleWaiting } from './settle-note.ts';
import { backOff, type Settled, settlePost } from './settle-post.ts';
import type { Subscriber } from './subscriber.ts';
import { retentionYears } from './turn.ts';
import { withWakeAt } from './wake-at.ts';

/** The adapter's code for a paused, suspended or unset account: no fault of this mail, so its note waits. */
const accountStopped = 46_403;
/** A stage that may not write to them at all: this note is given up, and nobody is woken for it. */
const notAllowed = 21_608;
/** Each follows a closing of the breaker; a record counts nine tries at most. */
const mostTriesWhileStopped = 8;

/** Takes in what became of a mail's hand-over. SES's refusals are no carrier codes: the note waits, four tries in all. */
export function settleMail(person: Subscriber, outcome: SendOutcome, guide: Guide, now: Instant): Settled {
  if (outcome.kind !== 'rejected' || outcome.code === notAllowed) return settlePost(person, outcome, guide, now);
  const mayWait = outcome.code === accountStopped && (person.owed?.tries ?? 0) < mostTriesWhileStopped;
  if (!mayWait) return { ...backOff(person, guide, now), alert: 'mail' };
  const reason = { rule: 'mail.account-stopped', because: 'The account may not send now: notes wait until the operator mends it.' };
  return { subscriber: settleWaiting(person, plusMinutes(now, 15)), ledger: [], reason, stopChannel: true, alert: 'mail' };
}

/** Takes in one delivery event; repeated, out of order, or of a mail we no longer know (E7). Undefined = nothing changes. */
export function settleMailEvent(person: Subscriber, event: MailEvent, guide: Guide, now: Instant): Settled | undefined {
  if (person.version === 0) return undefined;
  const { owed } = person;
  const isOurs = owed !== undefined && owed.state !== 'waiting' && owed.messageId === event.messageId;
  switch (event.kind) {
    case 'delivery':
      return isOurs ? delivered(person, guide, now) : undefined;
    case 'complaint':
      return suppress(person, 'complaint', now);
    case 'bounce':
      if (event.isPermanent === true) return suppress(person, 'bounce', now);
      return isOurs ? givenUp(person, guide, now) : undefined;
    case 'reject':
      return isOurs ? { ...givenUp(person, guide, now), alert: 'content' } : undefined;
  }
}

function delivered(person: Subscriber, guide: Guide, now: Instant): Settled {
  const { owed, ...rest } = person.owed!.counted ? person : settleSent(person, undefined, guide.content, now);
  return settled(remember(rest, { kind: 'note_delivered', at: now, about: owed!.text.id }), 'event.delivery');
}

/** The mailbox was full or away: this note is given up, the next goes as planned. */
const givenUp = (person: Subscriber, guide: Guide, now: Instant): Settled =>
  settled(settleGivenUp(person, 'note_failed', guide.content, now), 'event.failed');

/**
 * A mailbox that does not exist, or a person who called us spam: nothing goes there again. A complaint is the
 * person's own wish, so it counts for their phone too (O13).
 */
function suppress(person: Subscriber, why: 'bounce' | 'complaint', now: Instant): Settled | undefined {
  if (person.consent === 'withdrawn') return undefined;
  const line: LedgerDraft = {
    kind: 'withdrawn',
    method: why,
    at: now,
    channel: person.address.channel,
    language: person.language,
    retentionYears,
    ...(person.enrolment !== undefined && { programme: person.enrolment.programme }),
  };
  const kind = why === 'bounce' ? 'address_invalid' : 'consent_withdrawn';
  const { owed: _, ...rest } = suppressed(person, now);
  return {
    ...settled(remember(rest, { kind, at: now }), `event.${why}`),
    ledger: [line],
    ...(why === 'complaint' && { revokes: true }),
  };
}

const settled = (subscriber: Subscriber, rule: string): Settled => ({
  subscriber: withWakeAt(subscriber),
  ledger: [],
  reason: { rule, because: 'The mail service told us what became of it.' },
});
