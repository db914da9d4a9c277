import { useState } from 'hono/jsx/dom';
import type { Fact } from '@breathing-room/core/domain/fact';
import type { Coming } from '../local-answers.ts';
import { sayFact } from '../say-fact.ts';
import { sayNothingComing, sayPerson } from '../say-person.ts';
import { sayRegion } from '../say-phone.ts';
import { sayDate, sayIn, sayTime } from '../say-when.ts';
import type { DeskState } from './desk-state.ts';

interface Props {
  desk: DeskState;
  zone: string;
}

/** The record behind a phone: how it stands, what is to come, what was. */
export function PersonPanel({ desk, zone }: Props) {
  if (desk.person === undefined) return null;
  const { record, coming } = desk.person;
  return (
    <aside class="person" aria-label="The person" tabindex={0}>
      <section>
        <h2>How things stand</h2>
        <dl class="traits">
          {sayPerson(record, zone).map(({ name, words }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt>Help lines</dt>
            <dd>{sayRegion(record.region)}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>To come</h2>
        {coming.length === 0 ? <p class="quiet">{sayNothingComing(record)}</p> : <ComingNotes coming={coming} now={desk.now} zone={zone} />}
      </section>
      <section>
        <h2>What happened</h2>
        {record.facts.length === 0 ? (
          <p class="quiet">Nothing yet.</p>
        ) : (
          <ol class="line past">
            {record.facts.toReversed().map((fact, index) => (
              <PastFact key={record.facts.length - index} fact={fact} zone={zone} />
            ))}
          </ol>
        )}
      </section>
    </aside>
  );
}

const shownAtFirst = 3;

function ComingNotes({ coming, now, zone }: { coming: Coming[]; now: string; zone: string }) {
  const [isWhole, setWhole] = useState(false);
  const rest = coming.length - shownAtFirst;
  return (
    <>
      <ol class="line coming">
        {(isWhole ? coming : coming.slice(0, shownAtFirst)).map((note) => (
          <ComingNote key={note.at} note={note} now={now} zone={zone} />
        ))}
      </ol>
      {rest > 0 ? (
        <button type="button" class="more" aria-expanded={String(isWhole)} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${rest} more`}
        </button>
      ) : null}
    </>
  );
}

const ComingNote = ({ note, now, zone }: { note: Coming; now: string; zone: string }) => (
  <li>
    <p class="when">
      <time datetime={note.at}>
        {sayDate(note.at, zone)}, {sayTime(note.at, zone)}
      </time>{' '}
      <small>{sayIn(note.at, now)}</small>
    </p>
    <p class="text">{note.body}</p>
    <p class="because">{note.because}</p>
  </li>
);

const PastFact = ({ fact, zone }: { fact: Fact; zone: string }) => (
  <li>
    <p class="when">
      <time datetime={fact.at}>
        {sayDate(fact.at, zone)}, {sayTime(fact.at, zone)}
      </time>
    </p>
    <p>{sayFact(fact)}</p>
  </li>
);
