import { plusDays, secondsBetween, type Instant } from './instant.ts';
import { localDate, localHour, plusLocalDays, weekdayOf } from './local-time.ts';

/** When a note may leave: from `start` until just before `end`. */
export interface SendWindow {
  start: Instant;
  end: Instant;
}

/** `zones`: every zone the person may be in. `hour`: the local hour they chose, 9 to 19. */
export interface SendRule {
  zones: readonly string[];
  hour: number | undefined;
}

const searchDays = 8;
const leastRoomSeconds = 2 * 3600;

/**
 * The window that contains `from`, else the next that starts within 8 days: the time allowed in
 * all zones at once. Undefined when no zone is known (fail closed) or the zones share no time.
 */
export const nextWindow = (rule: SendRule, from: Instant): SendWindow | undefined => {
  if (rule.zones.length === 0) return undefined;
  const last = plusDays(from, searchDays);
  for (let at = from; at <= last;) {
    const windows = rule.zones.map((zone) => zoneWindow(zone, rule.hour, at));
    const joint = intersect(windows);
    if (joint.start < joint.end) return joint.start <= last ? joint : undefined;
    at = joint.start;
  }
  return undefined;
};

/** Whether a note may leave at this moment in every zone the person may be in. */
export const mayTextAt = (rule: SendRule, at: Instant): boolean =>
  rule.zones.length > 0 && rule.zones.every((zone) => zoneWindow(zone, rule.hour, at).start <= at);

/** Whether notes have 2 hours on a normal day; with less we ask for the zone before GO. */
export const hasRoom = (rule: SendRule, from: Instant): boolean => {
  if (rule.zones.length < 2) return rule.zones.length === 1;
  let window = nextWindow(rule, from);
  for (let days = 0; window !== undefined && days < 7; days++) {
    if (secondsBetween(window.start, window.end) >= leastRoomSeconds) return true;
    window = nextWindow(rule, window.end);
  }
  return false;
};

/**
 * The hour notes begin, from a local time `HH:MM`; minutes are dropped. Earlier than 9 becomes 9 and
 * 20:00 or later becomes 19, `clamped`. @throws RangeError for anything but `HH:MM`.
 */
export const clampHour = (said: string): { hour: number; clamped: boolean } => {
  if (!/^([01]\d|2[0-4]):[0-5]\d$/.test(said)) throw new RangeError('A local time is HH:MM.');
  const asked = Number(said.slice(0, 2));
  const hour = Math.min(19, Math.max(9, asked));
  return { hour, clamped: hour !== asked };
};

const intersect = (windows: readonly SendWindow[]): SendWindow => ({
  start: windows.reduce((start, window) => (window.start > start ? window.start : start), ''),
  end: windows.reduce((end, window) => (window.end < end ? window.end : end), '9'),
});

/** One zone's window that contains `at`, else its next one. */
const zoneWindow = (zone: string, hour: number | undefined, at: Instant): SendWindow => {
  const today = localDate(zone, at);
  const window = dayWindow(zone, hour, today);
  return at < window.end ? window : dayWindow(zone, hour, plusLocalDays(today, 1));
};

const dayWindow = (zone: string, hour: number | undefined, date: string): SendWindow => {
  const [opens, closes] = hoursOf(hour, weekdayOf(date));
  return { start: localHour(zone, date, opens), end: localHour(zone, date, closes) };
};

/**
 * 10:00 to 17:00, Sunday from 12:00; three hours from a chosen one, Sunday too, inside 9:00 to 20:00.
 * Narrower than the FCC's 8:00 to 21:00 (47 CFR 64.1200(c)(1)) and the stricter state laws.
 */
export const hoursOf = (hour: number | undefined, weekday: number): [opens: number, closes: number] => {
  if (hour === undefined) return [weekday === 7 ? 12 : 10, 17];
  const opens = Math.min(19, Math.max(9, hour));
  return [opens, Math.min(opens + 3, 20)];
};
