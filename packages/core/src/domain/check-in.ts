import { type Instant, plusDays, plusHours } from './instant.ts';
import type { Band, Enrolment } from './subscriber.ts';

/** An answer counts for this long after the question (requirements, order of meaning). */
export const answerHours = 36;

/** What an answer leads to. `steady` keeps everything; `low` slows down; `very_low` also shows lines. */
export type CheckInOutcome = 'high' | 'steady' | 'low' | 'very_low' | 'two_lows';

/** Weighs an answer against the earlier ones, oldest first (brief 7.1, X9). */
export function weighAnswer(value: number, earlier: readonly Band[], now: Instant): CheckInOutcome {
  const last = earlier.at(-1)?.value;
  if (value <= 2 && last !== undefined && last <= 2) return 'two_lows';
  if (value === 1 && hasRecentOne(earlier, now)) return 'two_lows';
  if (value === 1) return 'very_low';
  if (value === 2) return 'low';
  if (last !== undefined && last - value >= 2) return 'low';
  return value === 3 ? 'steady' : 'high';
}

export const isCheckInOpen = (enrolment: Enrolment | undefined, now: Instant): boolean =>
  enrolment?.checkIn !== undefined && !enrolment.checkIn.answered && plusHours(enrolment.checkIn.askedAt, answerHours) > now;

const hasRecentOne = (earlier: readonly Band[], now: Instant): boolean =>
  earlier.some(({ value, at }) => value === 1 && plusDays(at, 14) > now);

/** What silence after a check-in leads to; silence is normal and is never scored (brief 7.1). */
export type MissedOutcome = 'nothing' | 'ask_if_useful' | 'slow_down' | 'rest';

export function weighSilence(missedInARow: number): MissedOutcome {
  if (missedInARow >= 5) return 'rest';
  if (missedInARow === 3) return 'slow_down';
  return missedInARow === 2 ? 'ask_if_useful' : 'nothing';
}
