import { useEffect, useRef } from 'hono/jsx/dom';
import { sayNumber } from '../say-phone.ts';
import { sayDate, sayLongDate, sayTown } from '../say-when.ts';
import { type Entry, threadOf } from '../thread.ts';
import { Bubble } from './bubble.tsx';
import type { DeskState } from './desk-state.ts';

interface Props {
  desk: DeskState;
  zone: string;
  isBusy: boolean;
}

/** What passed between one phone and the service, with the reason beside each message. */
export function Conversation({ desk, zone, isBusy }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const thread = shown(threadOf(desk.messages, desk.person?.decisions ?? []), isBusy);
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [desk.number, thread.length]);
  return (
    <section class="talk" aria-labelledby="talk-title">
      <h2 id="talk-title">
        {sayNumber(desk.number)} <small>{sayZones(desk, zone)}</small>
      </h2>
      <div class="scroll" ref={scroll} tabindex={0} role="region" aria-label="Conversation">
        {thread.length === 0 ? (
          <Empty />
        ) : (
          <ol>
            {thread.flatMap((entry, index) => [
              ...(isNewDay(thread, index, zone)
                ? [
                    <li class="day" key={`day ${entry.at}`}>
                      {sayLongDate(entry.at, zone)}
                    </li>,
                  ]
                : []),
              <Bubble key={entry.id} entry={entry} zone={zone} />,
            ])}
          </ol>
        )}
      </div>
    </section>
  );
}

/** Which time is shown; a number alone often fits several zones, and then all must allow a note. */
function sayZones({ phones, number, person }: DeskState, zone: string): string {
  const count = phones.find((phone) => phone.number === number)?.zones.length ?? 0;
  if (person?.record.zone !== undefined || count === 1) return `on ${sayTown(zone)} time`;
  return count === 0 ? 'in an unknown zone, UTC shown' : `in one of ${count} zones, ${sayTown(zone)} shown`;
}

/** While an answer is under way, its absence says nothing yet. */
const shown = (thread: Entry[], isBusy: boolean): Entry[] => (isBusy && thread.at(-1)?.kind === 'silence' ? thread.slice(0, -1) : thread);

const isNewDay = (thread: readonly Entry[], index: number, zone: string): boolean =>
  index === 0 || sayDate(thread[index]!.at, zone) !== sayDate(thread[index - 1]!.at, zone);

const Empty = () => (
  <div class="empty">
    <p class="lead">Nobody has texted from this phone yet.</p>
    <p>
      You hold it. Text a word as a person would, <b>SPACE</b> for instance, and see what comes back and why.
    </p>
  </div>
);
