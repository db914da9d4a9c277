import type { LatePolicy } from './content.ts';
import { plusHours, secondsBetween, type Instant } from './instant.ts';
import type { SendWindow } from './quiet-hours.ts';

const expireAfterHours = 72;
const mostValidSeconds = 14_400;
const leastValidSeconds = 120;
/** A due moment lies in a window of at most 7 hours; the next day's window ends 23 hours later or more. */
const dueDayHours = 18;

/**
 * What becomes of a note that is due. `window` is the one that holds `now`, or the next (S12).
 * - `expire`: the policy is expire and the note is more than 72 h late.
 * - `skip`: the policy is skip and its day's window is over.
 * - `send`: the window is open with 120 s or more left; under `shift` only on the due day.
 * - `shift`: anything else; plan it again.
 */
export const decideLate = (
  policy: LatePolicy,
  dueAt: Instant,
  window: SendWindow | undefined,
  now: Instant,
): 'send' | 'shift' | 'skip' | 'expire' => {
  const isDayOver = window === undefined || window.end > plusHours(dueAt, dueDayHours);
  const isOpen = now >= dueAt && window !== undefined && validitySeconds(window, now) !== undefined;
  switch (policy) {
    case 'expire':
      if (now > plusHours(dueAt, expireAfterHours)) return 'expire';
      return isOpen ? 'send' : 'shift';
    case 'skip':
      if (isDayOver) return 'skip';
      return isOpen ? 'send' : 'shift';
    case 'shift':
      return isOpen && !isDayOver ? 'send' : 'shift';
    case 'send':
      return isOpen ? 'send' : 'shift';
  }
};

/**
 * Seconds the provider may keep trying: what is left of the window, at most 14,400, Twilio's
 * `ValidityPeriod`. Undefined outside the window and with under 120 s left (S6).
 */
export const validitySeconds = (window: SendWindow, now: Instant): number | undefined => {
  const left = secondsBetween(now, window.end);
  if (now < window.start || left < leastValidSeconds) return undefined;
  return Math.min(left, mostValidSeconds);
};
