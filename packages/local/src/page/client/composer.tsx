import { useRef, useState } from 'hono/jsx/dom';
import { countSegments } from '@breathing-room/core/domain/segment';
import { suggestWords } from '../suggest-words.ts';
import type { DeskState } from './desk-state.ts';

interface Props {
  desk: DeskState;
  isBusy: boolean;
  send: (body: string) => Promise<boolean>;
}

/** The field one texts from. Enter sends, Shift+Enter makes a line; a text that did not go stays. */
export function Composer({ desk, isBusy, send }: Props) {
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = async (body: string): Promise<void> => {
    if (body.trim() === '' || isBusy) return;
    if (await send(body)) setDraft((typed) => (typed === body ? '' : typed));
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event: Event) => {
        event.preventDefault();
        void submit(draft);
      }}
    >
      <ul class="words" aria-label="Words to text">
        {suggestWords(desk.person?.record).map((word) => (
          <li key={word}>
            <button type="button" onClick={() => void submit(word)}>
              {word}
            </button>
          </li>
        ))}
      </ul>
      <div class="field">
        <label class="unseen" for="draft">
          Text from {desk.number}
        </label>
        <textarea
          id="draft"
          ref={field}
          rows={1}
          maxlength={1600}
          placeholder="Text as they would…"
          value={draft}
          aria-describedby="size"
          autocomplete="off"
          onInput={(event: Event) => setDraft((event.target as HTMLTextAreaElement).value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void submit(draft);
          }}
        />
        <button type="submit" aria-disabled={isBusy ? 'true' : undefined}>
          {isBusy ? 'Sending…' : 'Send'}
        </button>
      </div>
      <p id="size" class="size">
        {saySize(draft)}
      </p>
    </form>
  );
}

function saySize(draft: string): string {
  if (draft === '') return 'Enter sends';
  const { characters, segments, encoding } = countSegments(draft);
  return `${characters} ${characters === 1 ? 'character' : 'characters'}, ${segments} ${segments === 1 ? 'segment' : 'segments'}, ${encoding}`;
}
