import { hourOfDay, sayDate, sayTime } from '../say-when.ts';
import type { DeskState } from './desk-state.ts';

interface Props {
  desk: DeskState;
  zone: string;
}

/** Where an hour of the day lies, in per cent of the band. */
const across = (hour: number): string => `${((hour / 24) * 100).toFixed(2)}%`;

/** One local day: the hours notes may go in, where the clock stands, and the next note if it falls today. */
export function DayBand({ desk, zone }: Props) {
  const { now, person } = desk;
  const window = person?.window;
  const isToday = window !== undefined && sayDate(window.start, zone) === sayDate(now, zone);
  const next = person?.coming[0];
  const hasNext = next !== undefined && sayDate(next.at, zone) === sayDate(now, zone);
  return (
    <figure class="band">
      <svg width="100%" height="22" aria-hidden="true">
        <rect class="night" x="0" y="6" width="100%" height="10" rx="5" />
        {isToday ? <OpenHours from={hourOfDay(window.start, zone)} to={endHour(window.end, zone)} /> : null}
        {[6, 12, 18].map((hour) => (
          <line key={hour} class="hour" x1={across(hour)} x2={across(hour)} y1="6" y2="16" />
        ))}
        {hasNext ? <circle class="next" cx={across(hourOfDay(next.at, zone))} cy="11" r="5" /> : null}
        <line class="hand-of-clock" x1={across(hourOfDay(now, zone))} x2={across(hourOfDay(now, zone))} y1="1" y2="21" />
      </svg>
      <figcaption>{sayHours(desk, zone)}</figcaption>
    </figure>
  );
}

const OpenHours = ({ from, to }: { from: number; to: number }) => (
  <rect class="open" x={across(from)} y="6" width={across(to - from)} height="10" rx="5" />
);

const endHour = (end: string, zone: string): number => hourOfDay(end, zone) || 24;

function sayHours({ now, person }: DeskState, zone: string): string {
  const window = person?.window;
  if (window === undefined) return 'No time zone is known, so no note may go.';
  const hours = `${sayTime(window.start, zone)} to ${sayTime(window.end, zone)}`;
  if (window.start <= now) return `Notes may go now, until ${sayTime(window.end, zone)}`;
  return sayDate(window.start, zone) === sayDate(now, zone)
    ? `Notes may go today, ${hours}`
    : `Notes may go ${sayDate(window.start, zone)}, ${hours}`;
}
