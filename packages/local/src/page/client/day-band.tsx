import { hourOfDay, sayDate, sayTime } from '../say-when.ts';
import type { DeskState } from './desk-state.ts';

interface Props {
  desk: DeskState;
  zone: string;
}

const width = 240;
const across = (hour: number): number => (hour / 24) * width;

/** One local day: the hours notes may go in, where the clock stands, and the next note if it falls today. */
export function DayBand({ desk, zone }: Props) {
  const { now, person } = desk;
  const window = person?.window;
  const isToday = window !== undefined && sayDate(window.start, zone) === sayDate(now, zone);
  const next = person?.coming[0];
  const hasNext = next !== undefined && sayDate(next.at, zone) === sayDate(now, zone);
  return (
    <figure class="band">
      <svg viewBox={`0 0 ${width} 22`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="night" x="0" y="6" width={width} height="10" rx="5" />
        {isToday ? <rect class="open" x={across(hourOfDay(window.start, zone))} y="6" width={across(endHour(window.end, zone) - hourOfDay(window.start, zone))} height="10" rx="5" /> : null}
        {[6, 12, 18].map((hour) => <rect key={hour} class="hour" x={across(hour) - 0.25} y="6" width="0.5" height="10" />)}
        {hasNext ? <circle class="next" cx={across(hourOfDay(next.at, zone))} cy="11" r="4" /> : null}
        <rect class="hand-of-clock" x={across(hourOfDay(now, zone)) - 1} y="0" width="2" height="22" rx="1" />
      </svg>
      <figcaption>{sayHours(desk, zone)}</figcaption>
    </figure>
  );
}

const endHour = (end: string, zone: string): number => hourOfDay(end, zone) || 24;

function sayHours({ now, person }: DeskState, zone: string): string {
  const window = person?.window;
  if (window === undefined) return 'No time zone is known, so no note may go.';
  const hours = `${sayTime(window.start, zone)} to ${sayTime(window.end, zone)}`;
  if (window.start <= now) return `Notes may go now, until ${sayTime(window.end, zone)}`;
  return sayDate(window.start, zone) === sayDate(now, zone) ? `Notes may go today, ${hours}` : `Notes may go ${sayDate(window.start, zone)}, ${hours}`;
}
