import { latest, plusDays, plusHours, plusSeconds, secondsBetween, type Instant } from './instant.ts';
import { jitterSeconds } from './jitter.ts';
import { daysBetween, localDate } from './local-time.ts';
import { nextWindow, type SendRule, type SendWindow } from './quiet-hours.ts';
import type { Pace } from './subscriber.ts';

export interface NotePlan extends SendRule {
  pace: Pace;
  /** When GO was answered; weeks are counted from its local date. */
  startedAt: Instant;
  /** Absent before the first note. */
  lastNoteAt?: Instant;
  /** Least hours after the last note. */
  gapHours?: number;
  /** Least local days after the last note. */
  minDaysAfterPrevious?: number;
  notBefore?: Instant;
  /** Fixes the jitter; the same for the same note of the same person. */
  seed: string;
}

const leastLeftSeconds = 15 * 60;
const mostJitterSeconds = 45 * 60;
/** No rule keeps a note back longer than this once its lower bounds are past. */
const windowsToTry = 30;

/**
 * When the next note goes: now or later, inside an allowed window, on a day its pace allows, never
 * on the local day of the last note in any zone the person may be in (S8). Undefined when no zone is
 * known or the zones share no time.
 */
export const nextNoteAt = (plan: NotePlan, now: Instant): Instant | undefined => {
  const from = lowerBound(plan, now);
  let window = nextWindow(plan, from);
  for (let tried = 0; window !== undefined && tried < windowsToTry; tried++) {
    if (hasTime(window, from) && isNoteDay(plan, window)) return momentIn(window, from, plan.seed);
    window = nextWindow(plan, window.end);
  }
  return undefined;
};

const lowerBound = (plan: NotePlan, now: Instant): Instant => {
  const { lastNoteAt, minDaysAfterPrevious } = plan;
  if (lastNoteAt === undefined) return latest(now, plan.startedAt, plan.notBefore);
  return latest(
    now, plan.startedAt, plan.notBefore,
    plusHours(lastNoteAt, plan.gapHours ?? 0),
    // A day early: the exact local day is checked by isNoteDay.
    plusDays(lastNoteAt, Math.max(0, (minDaysAfterPrevious ?? 0) - 1)),
  );
};

const hasTime = (window: SendWindow, from: Instant): boolean =>
  secondsBetween(latest(window.start, from), window.end) >= leastLeftSeconds;

const isNoteDay = (plan: NotePlan, window: SendWindow): boolean => {
  const { lastNoteAt, zones } = plan;
  if (lastNoteAt === undefined) return true;
  const isNewDay = zones.every((zone) => localDate(zone, window.start) > localDate(zone, lastNoteAt));
  if (!isNewDay) return false;
  const [day, lastDay] = [dayOf(plan, window.start), dayOf(plan, lastNoteAt)];
  if (day - lastDay < (plan.minDaysAfterPrevious ?? 1)) return false;
  // The last note was of an earlier programme: this is the first of a new count.
  return lastDay < 0 || isPaceDay(plan.pace, day, lastDay);
};

/** Local days since GO, by the first zone. */
const dayOf = (plan: NotePlan, at: Instant): number => {
  const zone = plan.zones[0] ?? 'UTC';
  return daysBetween(localDate(zone, plan.startedAt), localDate(zone, at));
};

/**
 * Declared dose: daily; taper 4, 3, then 2 a week; twice a week; once a week, on the last note's
 * weekday. A note that went a day or more late must not be followed next day by the one after it,
 * or a week would hold one too many; only the taper's first week has its four notes to keep.
 */
const isPaceDay = (pace: Pace, day: number, lastDay: number): boolean => {
  const week = Math.floor(day / 7);
  const gap = day - lastDay;
  switch (pace) {
    case 'daily':
      return true;
    case 'taper':
      return (week === 0 || gap >= 2) && taperDays(week).includes(day % 7);
    case 'twice_a_week':
      return gap >= 2 && [1, 4].includes(day % 7);
    case 'weekly':
      return gap % 7 === 0;
  }
};

const taperDays = (week: number): readonly number[] => {
  if (week === 0) return [0, 2, 4, 6];
  return week === 1 ? [1, 3, 5] : [1, 4];
};

/** The seed's moment of a whole window, else, when that is past, one after `from`. */
const momentIn = (window: SendWindow, from: Instant, seed: string): Instant => {
  const planned = plusJitter(window.start, window.end, seed);
  return planned >= from ? planned : plusJitter(from, window.end, seed);
};

const plusJitter = (start: Instant, end: Instant, seed: string): Instant =>
  plusSeconds(start, jitterSeconds(seed, Math.min(mostJitterSeconds, secondsBetween(start, end) / 2)));
