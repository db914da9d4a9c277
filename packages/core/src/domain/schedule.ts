import { latest, plusDays, plusHours, plusSeconds, secondsBetween, type Instant } from './instant.ts';
import { jitterSeconds } from './jitter.ts';
import { daysBetween, localDate, localHour, plusLocalDays } from './local-time.ts';
import { isPaceDay } from './pace-day.ts';
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
/** Every pace has a day in any 14; the rest is for days on which several zones share no time. */
const windowsToTry = 30;

/**
 * When the next note goes: now or later, inside an allowed window, on a day its pace allows, never
 * on the local day of the last note in any zone the person may be in (S8). Undefined when no zone is
 * known or the zones share no time.
 */
export const nextNoteAt = (plan: NotePlan, now: Instant): Instant | undefined => {
  const zone = plan.zones[0];
  if (zone === undefined) return undefined;
  const from = lowerBound(plan, now);
  const firstDate = localDate(zone, plan.startedAt);
  const dayOf = (moment: Instant) => daysBetween(firstDate, localDate(zone, moment));
  const lastDay = plan.lastNoteAt === undefined ? undefined : dayOf(plan.lastNoteAt);
  let at = from;
  for (let tried = 0; tried < windowsToTry; tried++) {
    const window = nextWindow(plan, at);
    if (window === undefined) return undefined;
    const day = dayOf(window.start);
    const noteDay = noteDayFrom(plan, day, lastDay);
    if (noteDay === day && hasTime(window, from) && isNewDay(plan, window)) return momentIn(plan, window, from);
    at = noteDay === day ? window.end : localHour(zone, plusLocalDays(firstDate, noteDay), 0);
  }
  return undefined;
};

const lowerBound = (plan: NotePlan, now: Instant): Instant => {
  const { startedAt, lastNoteAt, notBefore, gapHours = 0, minDaysAfterPrevious = 0 } = plan;
  if (lastNoteAt === undefined) return latest(now, startedAt, notBefore);
  // One day less: the local day itself is compared in noteDayFrom.
  const daysAfter = plusDays(lastNoteAt, Math.max(0, minDaysAfterPrevious - 1));
  return latest(now, startedAt, notBefore, plusHours(lastNoteAt, gapHours), daysAfter);
};

/** The first local day since GO, from `day` on, that may hold the note. A first note may come on any. */
const noteDayFrom = (plan: NotePlan, day: number, lastDay: number | undefined): number => {
  // Before GO: the last note was of an earlier programme, and a new count begins.
  if (lastDay === undefined || lastDay < 0) return day;
  let noteDay = Math.max(day, lastDay + (plan.minDaysAfterPrevious ?? 1));
  while (!isPaceDay(plan.pace, noteDay, lastDay)) noteDay++;
  return noteDay;
};

const hasTime = (window: SendWindow, from: Instant): boolean => secondsBetween(latest(window.start, from), window.end) >= leastLeftSeconds;

const isNewDay = ({ lastNoteAt, zones }: NotePlan, window: SendWindow): boolean =>
  lastNoteAt === undefined || zones.every((zone) => localDate(zone, window.start) > localDate(zone, lastNoteAt));

/**
 * The seed's moment of a whole window, else one after `from`. A `notBefore` inside the window is
 * kept as it is, so that planning a planned note again does not move it.
 */
const momentIn = (plan: NotePlan, window: SendWindow, from: Instant): Instant => {
  const planned = plusJitter(window.start, window.end, plan.seed);
  if (planned >= from) return planned;
  return from === plan.notBefore ? from : plusJitter(from, window.end, plan.seed);
};

const plusJitter = (start: Instant, end: Instant, seed: string): Instant =>
  plusSeconds(start, jitterSeconds(seed, Math.min(mostJitterSeconds, secondsBetween(start, end) / 2)));
