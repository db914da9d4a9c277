import type { Instant } from '@breathing-room/core/domain/instant';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(options)}`;
  const formatter = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formats.set(key, formatter);
  return formatter.format(new Date(at));
}

/** `10:42`, on the wall of this zone. */
export const sayTime = (at: Instant, zone: string): string => format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `Sun 22 Nov`. */
export const sayDate = (at: Instant, zone: string): string =>
  format(at, zone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');

/** `Sunday 22 November`. */
export const sayLongDate = (at: Instant, zone: string): string =>
  format(at, zone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');

/** `Mon`. */
export const sayWeekday = (at: Instant, zone: string): string => format(at, zone, { weekday: 'short' });

/** Hours since local midnight, 0 to 24. */
export function hourOfDay(at: Instant, zone: string): number {
  const [hours = 0, minutes = 0] = sayTime(at, zone).split(':').map(Number);
  return hours + minutes / 60;
}

/** `in 3 h`, `in 2 days`, `now`. */
export function sayIn(at: Instant, now: Instant): string {
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `in ${minutes} min`;
  if (minutes < 48 * 60) return `in ${Math.round(minutes / 60)} h`;
  return `in ${Math.round(minutes / (24 * 60))} days`;
}

/** The town an IANA zone is named after: `New York`. */
export const sayTown = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
