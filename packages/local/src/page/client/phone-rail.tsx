import { useState } from 'hono/jsx/dom';
import type { Phone } from '../../phone-list.ts';
import { sayTime, sayWeekday } from '../say-when.ts';
import { sayNumber, sayPlace } from '../say-phone.ts';
import { askPhone, RefusedError } from './ask-local.ts';
import { type DeskState, freshNumber } from './desk-state.ts';

interface Props {
  desk: DeskState;
  pick: (phone: Phone) => Promise<boolean>;
}

/** Every phone with its own local time; one of them is in the hand. */
export function PhoneRail({ desk, pick }: Props) {
  return (
    <nav class="rail" aria-label="Phones">
      <h2>Phones</h2>
      <ul>
        {desk.phones.map((phone) => (
          <li key={phone.number}>
            <PhoneButton phone={phone} desk={desk} pick={pick} />
          </li>
        ))}
      </ul>
      <details class="another" open={matchMedia('(min-width: 70rem)').matches}>
        <summary>Another number</summary>
        <AddPhone desk={desk} pick={pick} />
      </details>
      <p class="elsewhere">
        <a href="/mailboxes">Mailboxes</a>
      </p>
    </nav>
  );
}

function PhoneButton({ phone, desk, pick }: Props & { phone: Phone }) {
  const {
    zones: [zone],
    number,
    messages,
  } = phone;
  return (
    <button type="button" class="handset" aria-current={number === desk.number ? 'true' : undefined} onClick={() => void pick(phone)}>
      <span class="place">
        {sayPlace(phone)}
        {messages > 0 ? (
          <span class="count">
            {messages}
            <span class="unseen"> messages</span>
          </span>
        ) : null}
      </span>
      {zone === undefined ? <span>?</span> : <time datetime={desk.now}>{sayTime(desk.now, zone)}</time>}
      <span class="number">{sayNumber(number)}</span>
      <span class="weekday">{zone === undefined ? 'no zone' : sayWeekday(desk.now, zone)}</span>
    </button>
  );
}

/** A fresh number of the same place, or one of one's own. */
function AddPhone({ desk, pick }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (number: string): Promise<void> => {
    try {
      setProblem('');
      await pick(await askPhone(number));
      setTyped('');
    } catch (error) {
      setProblem(
        error instanceof RefusedError ? 'Write it as + and 8 to 15 digits, such as +442079460123.' : 'The service is not answering.',
      );
    }
  };
  return (
    <form
      class="add"
      onSubmit={(event: Event) => {
        event.preventDefault();
        void add(typed.replaceAll(/[^+\d]/g, ''));
      }}
    >
      <button type="button" class="fresh" onClick={() => void add(freshNumber(desk.number, desk.phones))}>
        Start with a new number
      </button>
      <label for="own-number">Or one of your own</label>
      <div class="pair">
        <input
          id="own-number"
          type="tel"
          inputmode="tel"
          autocomplete="off"
          placeholder="+1 303 555 0123"
          value={typed}
          aria-describedby="own-problem"
          aria-invalid={problem === '' ? undefined : 'true'}
          onInput={(event: Event) => setTyped((event.target as HTMLInputElement).value)}
        />
        <button type="submit">Add</button>
      </div>
      <p id="own-problem" class="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
