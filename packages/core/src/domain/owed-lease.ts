import { type Instant, plusMinutes, plusSeconds } from './instant.ts';
import type { OwedMessage } from './owed-message.ts';

/** A claim holds this long; a POST begins within `postWithinSeconds` of it and aborts at 10 s. */
export const leaseMinutes = 5;
const postWithinSeconds = 20;
/** Between the two look-ups that must both find nothing before a second POST. */
const betweenLookUpsMinutes = 2;
/** After this an unknown message goes to the operator's list and is never sent again (S2). */
export const giveUpAfterHours = 24;

/** Whether a POST may still begin: a worker frozen past this moment drops the claim (S13). */
export const mayPostAt = ({ claimedAt }: OwedMessage, now: Instant): boolean =>
  plusSeconds(claimedAt, postWithinSeconds) >= now && now >= claimedAt;

/** When somebody may ask the provider what became of it. */
export function mayLookUpAt({ state, claimedAt, absentAt }: OwedMessage): Instant {
  const isReleased = state === 'unknown' && absentAt !== undefined && absentAt >= claimedAt;
  return isReleased ? plusMinutes(absentAt, betweenLookUpsMinutes) : plusMinutes(claimedAt, leaseMinutes);
}
