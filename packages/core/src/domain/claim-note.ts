import type { Instant } from './instant.ts';
import type { OwedMessage } from './owed-message.ts';
import { forgetExpired } from './remember.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';
import { withWakeAt } from './wake-at.ts';

export interface Claim {
  text: TextRef;
  messageId: string;
  claimId: string;
  bodyHash: string;
}

/** Writes down that this text is about to be sent. `wakeAt` stays, so an unfinished claim is met again. */
export function claimNote(person: Subscriber, claim: Claim, now: Instant): Subscriber {
  const retried = person.owed?.state === 'waiting' ? person.owed : undefined;
  const owed: OwedMessage = {
    ...claim,
    state: 'sending',
    claimedAt: now,
    since: now,
    tries: (retried?.tries ?? 0) + 1,
    counted: retried?.counted ?? false,
    ...(retried?.notBefore !== undefined && { notBefore: retried.notBefore }),
  };
  return withWakeAt({ ...forgetExpired(person, now), owed });
}

/** A fresh claim for asking the provider; nobody else looks meanwhile. */
export function claimLookUp(person: Subscriber, claimId: string, now: Instant): Subscriber {
  const owed: OwedMessage = { ...person.owed!, state: 'unknown', claimId, claimedAt: now };
  return withWakeAt({ ...person, owed });
}

/** A fresh claim for the one POST after two look-ups found nothing; the earliest claim stays the horizon. */
export function claimAgain(person: Subscriber, claim: Omit<Claim, 'text'>, now: Instant): Subscriber {
  const { absentAt: _, ...owed } = person.owed!;
  return withWakeAt({ ...person, owed: { ...owed, ...claim, state: 'sending', claimedAt: now, tries: owed.tries + 1 } });
}
