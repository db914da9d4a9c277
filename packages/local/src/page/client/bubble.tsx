import { useState } from 'hono/jsx/dom';
import { sayTime } from '../say-when.ts';
import { sayWhy } from '../say-why.ts';
import type { Entry } from '../thread.ts';

interface Props {
  entry: Entry;
  zone: string;
}

/** One message, silence or change. The side and form tell who speaks; the words above it say so too. */
export function Bubble({ entry, zone }: Props) {
  return (
    <li class={`entry ${entry.kind}`}>
      <div class="said">
        <p class="who">
          {sayWho(entry)} <time datetime={entry.at}>{sayTime(entry.at, zone)}</time>
        </p>
        {'body' in entry ? (
          <p class="body">{entry.body}</p>
        ) : (
          <p class="unsaid">{entry.reasons.at(-1)?.because ?? 'No reason was given.'}</p>
        )}
      </div>
      {'reasons' in entry ? <WhyNote entry={entry} zone={zone} /> : null}
    </li>
  );
}

function sayWho({ kind }: Entry): string {
  switch (kind) {
    case 'phone':
      return 'You, on the phone';
    case 'answer':
      return 'Answer';
    case 'refused':
      return 'Answer, not let through';
    case 'note':
      return 'Note';
    case 'carrier':
      return 'The carrier, by itself';
    case 'silence':
      return 'No answer';
    case 'event':
      return 'No message';
  }
}

/** Open at once where there is room beside the bubble. */
const hasRoom = (): boolean => matchMedia('(min-width: 70rem)').matches;

function WhyNote({ entry, zone }: { entry: Extract<Entry, { reasons: unknown }>; zone: string }) {
  const [isOpen, setOpen] = useState(hasRoom());
  const { what, why, whyNow, rules } = sayWhy(entry, zone);
  const id = `why-${entry.id}`;
  const toggle = (): void => {
    setOpen(!isOpen);
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <div class="why" role="group" aria-label="Why">
      <button type="button" aria-expanded={String(isOpen)} aria-controls={id} onClick={toggle}>
        Why
        <span class="unseen">
          {' '}
          {sayWho(entry).toLowerCase()}, {sayTime(entry.at, zone)}
        </span>
      </button>
      <dl id={id} hidden={!isOpen}>
        <div>
          <dt>What</dt>
          <dd>{what}</dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>{why}</dd>
        </div>
        <div>
          <dt>Why now</dt>
          <dd>{whyNow}</dd>
        </div>
        {rules.length > 0 ? (
          <div class="rules">
            <dt>Rules</dt>
            <dd>
              {rules.map((rule) => (
                <code key={rule}>{rule}</code>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}
