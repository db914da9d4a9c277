// By its functions: the classes would add 34 KB to every function that reads a clock.
import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';
import { epochSeconds, instantAt, plusDays, type Instant } from './instant.ts';

export interface LocalParts {
  /** `2026-11-22`; sorts as text. */
  date: string;
  hour: number;
  minute: number;
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: number;
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const zoned = (zone: string, at: Instant): ZonedDateTimeFns.Record =>
  InstantFns.toZonedDateTimeISO(InstantFns.fromEpochMilliseconds(epochSeconds(at) * 1000), zone);

const dateOf = (local: ZonedDateTimeFns.Record): string => PlainDateFns.toString(ZonedDateTimeFns.toPlainDate(local));

/** What a clock and a calendar on the wall show. @throws RangeError for an unknown zone. */
export const localParts = (zone: string, at: Instant): LocalParts => {
  const local = zoned(zone, at);
  return { date: dateOf(local), hour: local.hour, minute: local.minute, weekday: ZonedDateTimeFns.dayOfWeek(local) };
};

export const localDate = (zone: string, at: Instant): string => dateOf(zoned(zone, at));

/** The moment a full hour begins on a local date. An hour that daylight saving skips begins after the gap. */
export const localHour = (zone: string, date: string, hour: number): Instant => {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  const local = ZonedDateTimeFns.fromFields({ year, month, day, hour, timeZone: zone });
  return instantAt(local.epochMilliseconds / 1000);
};

/** 1 is Monday, 7 is Sunday. 1970 began on a Thursday. */
export const weekdayOf = (date: string): number => ((daysBetween('1970-01-01', date) + 3) % 7) + 1;

export const plusLocalDays = (date: string, days: number): string => plusDays(`${date}T00:00:00Z`, days).slice(0, 10);

/** Calendar days from one local date to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The local day in a text: `today`, `tomorrow`, `Thursday` up to six days ahead, else `Tue 24 Nov`. */
export const sayDay = (zone: string, at: Instant, now: Instant): string => {
  const local = zoned(zone, at);
  const name = dayNames[ZonedDateTimeFns.dayOfWeek(local) - 1] ?? '';
  const days = daysBetween(localDate(zone, now), localDate(zone, at));
  if (days === 0 || days === 1) return days === 0 ? 'today' : 'tomorrow';
  return days > 1 && days < 7 ? name : `${name.slice(0, 3)} ${local.day} ${monthNames[local.month - 1]}`;
};

/** An hour, 0 to 23, in a text: `10 am`, `12 pm`, `7 pm`. */
export const sayHour = (hour: number): string => `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'am' : 'pm'}`;

/** Whether this runtime knows the name as an IANA zone; offsets such as `+05:00` are not zones. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    InstantFns.toZonedDateTimeISO(InstantFns.fromEpochMilliseconds(0), name);
    return true;
  } catch {
    return false;
  }
};
