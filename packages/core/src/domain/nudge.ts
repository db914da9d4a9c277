import { suppressed, withoutEnrolment, withoutHold, withoutLockedEnrolment, withoutOffer } from './change-person.ts';
import { chooseNote, countSilence } from './choose-note.ts';
import type { LedgerDraft } from './decision.ts';
import { locksOf } from './flags.ts';
import type { Guide } from './guide.ts';
import type { FactKind } from './fact.ts';
import { type Instant, plusHours } from './instant.ts';
import { giveUpAfterHours, mayLookUpAt } from './owed-lease.ts';
import { planNext } from './plan-note.ts';
import { forgetExpired, remember } from './remember.ts';
import { sendInWindow } from './send-in-window.ts';
import { settleDropped, settleUnknown } from './settle-note.ts';
import { isStillWanted } from './still-wanted.ts';
import type { Subscriber } from './subscriber.ts';
import { textRef } from './text-ref.ts';
import { retentionYears } from './turn.ts';
import { offerLapsesAt, questionHours, withWakeAt } from './wake-at.ts';
import type { Nudge } from './nudge-kind.ts';

/** Decides what a due moment leads to; one step at a time, so each is written before the next. */
export function nudge(subscriber: Subscriber, guide: Guide, now: Instant): Nudge {
  if (subscriber.wakeAt === undefined || subscriber.wakeAt > now) return nothing(subscriber, 'not-due', 'Nothing is due.');
  const { owed } = subscriber;
  if (owed !== undefined && (owed.state === 'sending' || owed.state === 'unknown')) return settleFirst(subscriber, now);
  if (subscriber.purgeAt !== undefined && subscriber.purgeAt <= now)
    return { kind: 'purge', subscriber, reasons: [{ rule: 'forget.purge', because: "The provider's records and the address go now." }] };
  const person = forgetExpired(subscriber, now);
  return (
    endLapsedOffer(person, now) ??
    endUnansweredQuestion(person, now) ??
    endForbidden(person, guide) ??
    tryAgain(person, guide, now) ??
    endPause(person, guide, now) ??
    sendDue(person, guide, now) ??
    save(person, 'wake.corrected', 'Nothing was left to do.')
  );
}

/** A message under way is settled before anything new begins. */
function settleFirst(person: Subscriber, now: Instant): Nudge {
  const owed = person.owed!;
  if (mayLookUpAt(owed) > now) return nothing(person, 'owed.leased', 'A message is under way; its lease runs.');
  const isTooOld = plusHours(owed.since, giveUpAfterHours) <= now;
  if (person.address.channel === 'email' && !isTooOld) return waitForEvent(person, now);
  const reasons = [{ rule: 'owed.look-up', because: 'A message was claimed and its fate is not known: the provider is asked.' }];
  if (!isTooOld) return { kind: 'look_up', subscriber: person, reasons };
  return {
    kind: 'give_up',
    subscriber: person,
    reasons: [{ rule: 'owed.too-old', because: 'Unknown for 24 h: a human looks at it, it is never sent again.' }],
  };
}

/** SES cannot be asked about a mail: only its event tells, and it is never sent again meanwhile (S2). */
function waitForEvent(person: Subscriber, now: Instant): Nudge {
  if (person.owed?.state === 'unknown')
    return nothing(person, 'owed.waits-for-event', 'The fate of a mail is not known; its event will tell.');
  return save(settleUnknown(person, now), 'owed.unknown', 'The claim ran out while the mail was under way; its event will tell.');
}

function endLapsedOffer(person: Subscriber, now: Instant): Nudge | undefined {
  const lapsesAt = offerLapsesAt(person);
  if (lapsesAt === undefined || lapsesAt > now) return undefined;
  const ended = { ...withoutOffer(person), unansweredOffers: person.unansweredOffers + 1 };
  return save(noted(ended, 'offer_lapsed', now), 'offer.lapsed', 'The sign-up was not confirmed within 72 h.');
}

/** "Should the texts end?" stayed unanswered: no answer is an opt-out (O5). */
function endUnansweredQuestion(person: Subscriber, now: Instant): Nudge | undefined {
  if (person.hold?.reason !== 'question' || plusHours(person.hold.since, questionHours) > now) return undefined;
  const ended = noted(suppressed(person, now), 'consent_withdrawn', now);
  const line: LedgerDraft = {
    kind: 'withdrawn',
    method: 'no_answer',
    at: now,
    channel: person.address.channel,
    language: person.language,
    retentionYears,
  };
  return save(ended, 'question.unanswered', 'We asked whether to stop and heard nothing: that is a yes.', [line]);
}

/** Nothing we initiate reaches a suppressed address, and no locked programme goes on (O8, O9). */
function endForbidden(person: Subscriber, guide: Guide): Nudge | undefined {
  if (person.consent !== 'given' && person.enrolment !== undefined)
    return save(withoutEnrolment(person), 'no-consent', 'There is no consent, so no notes.');
  const left = withoutLockedEnrolment(person, guide);
  if (left === person || locksOf(person).length === 0) return undefined;
  return save(left, 'locked', 'A flag closes this programme.');
}

/** A text the provider did not take at once: dropped where it is no longer wanted (O9), else tried again. */
function tryAgain(person: Subscriber, guide: Guide, now: Instant): Nudge | undefined {
  const { owed } = person;
  if (owed?.state !== 'waiting') return undefined;
  if (!isStillWanted(person, owed.text, guide))
    return save(
      settleDropped(person, guide.content, now),
      'owed.unwanted',
      'They chose otherwise since it was first tried, so it is not sent.',
    );
  if (owed.notBefore !== undefined && owed.notBefore > now)
    return save(person, 'owed.waits', 'The provider asked us to wait; nothing new begins meanwhile.');
  return sendInWindow(person, { text: owed.text, because: 'The provider asked us to wait; the same note is tried again.' }, guide, now);
}

function endPause(person: Subscriber, guide: Guide, now: Instant): Nudge | undefined {
  const { hold } = person;
  if (hold === undefined) return undefined;
  if (hold.until === undefined || hold.until > now) return save(person, 'held', 'Notes rest.');
  if (hold.reason === 'lows')
    return sendInWindow(
      person,
      { text: textRef('note.come-back'), because: 'Three days of rest are over: one line, no task.' },
      guide,
      now,
    );
  return save(
    noted(planNext(withoutHold(person), guide.content, now), 'notes_resumed', now),
    'pause.over',
    'The pause is over; the next note is planned.',
  );
}

function sendDue(person: Subscriber, guide: Guide, now: Instant): Nudge | undefined {
  const { enrolment } = person;
  if (enrolment?.dueAt === undefined || enrolment.dueAt > now) return undefined;
  const counted = countSilence(person, now);
  const decision = sendInWindow(counted, chooseNote(counted, guide.content, counted !== person), guide, now);
  // A silence is counted with the note that speaks of it; a note that moves leaves both for later.
  return decision.kind === 'send' || counted === person ? decision : sendInWindow(person, chooseNote(person, guide.content), guide, now);
}

const nothing = (subscriber: Subscriber, rule: string, because: string): Nudge => ({
  kind: 'nothing',
  subscriber,
  reasons: [{ rule, because }],
});

const save = (person: Subscriber, rule: string, because: string, ledger: LedgerDraft[] = []): Nudge => ({
  kind: 'save',
  subscriber: withWakeAt(person),
  ledger,
  reasons: [{ rule, because }],
});

const noted = (person: Subscriber, kind: FactKind, now: Instant): Subscriber => remember(person, { kind, at: now });
