import { useEffect, useRef, useState } from 'hono/jsx/dom';
import { sayIn, sayLongDate, sayTime, sayTown } from '../say-when.ts';
import { DayBand } from './day-band.tsx';
import { type DeskState, zoneOf } from './desk-state.ts';
import type { DeskHook } from './use-desk.ts';

interface Props {
  desk: DeskState;
  hook: DeskHook;
}

const speeds = [
  { advance: 'PT1M', words: '1 min a second' },
  { advance: 'PT10M', words: '10 min a second' },
  { advance: 'PT1H', words: '1 h a second' },
];

/** What time it is, there and in UTC; and the ways to move it on. */
export function ClockBar({ desk, hook }: Props) {
  const zone = zoneOf(desk);
  return (
    <header class="clock">
      <div class="mark">
        <h1>Breathing Room</h1>
        <p>played on this machine</p>
      </div>
      <section class="now" aria-label="Time">
        <p class="there">
          <time datetime={desk.now}>{sayTime(desk.now, zone)}</time>
          <span>
            {sayLongDate(desk.now, zone)} <small>in {sayTown(zone)}</small>
          </span>
        </p>
        <p class="utc">
          <time datetime={desk.now}>{sayTime(desk.now, 'UTC')}</time> UTC
        </p>
      </section>
      <DayBand desk={desk} zone={zone} />
      <ClockMoves desk={desk} hook={hook} />
    </header>
  );
}

function ClockMoves({ desk, hook: { move, ran } }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState('PT10M');
  usePlay(isPlaying, speed, move, () => setPlaying(false));
  return (
    <div class="moves" role="group" aria-label="Move the clock">
      <button type="button" class="play" aria-pressed={String(isPlaying)} onClick={() => setPlaying(!isPlaying)}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <label class="unseen" for="speed">
        Speed
      </label>
      <select id="speed" onChange={(event: Event) => setSpeed((event.target as HTMLSelectElement).value)}>
        {speeds.map(({ advance, words }) => (
          <option key={advance} value={advance} selected={advance === speed}>
            {words}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => void move({ advance: 'PT1H' })}>
        +1 hour
      </button>
      <button type="button" onClick={() => void move({ advance: 'P1D' })}>
        +1 day
      </button>
      <button type="button" aria-disabled={desk.next === undefined ? 'true' : undefined} onClick={() => void move({ to: 'next' })}>
        To next event
      </button>
      <p class="ran" role="status">
        {ran}
        <span>{desk.next === undefined ? ' Nothing is due on any phone.' : ` Next event ${sayIn(desk.next, desk.now)}.`}</span>
      </p>
    </div>
  );
}

/** Moves the clock once a second while it plays, never twice at a time; stops where a move fails. */
function usePlay(isPlaying: boolean, advance: string, move: DeskHook['move'], stop: () => void): void {
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isPlaying) return;
    const step = async (): Promise<void> => {
      if (isMoving.current) return;
      isMoving.current = true;
      if (!(await move({ advance }))) stop();
      isMoving.current = false;
    };
    const timer = setInterval(() => void step(), 1000);
    return () => clearInterval(timer);
  }, [isPlaying, advance]);
}
