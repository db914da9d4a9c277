import type { TextRef } from '../domain/text-ref.ts';
import { escapeSigns, unescapeSigns } from './packed-line.ts';

/** `topic.space.1` as `.space.1`: most replies are cards, and a text id never begins with a dot. */
const topicPrefix = 'topic.';

/** One text reference in a few bytes: `.space.1`, `pause.days?days=5`. */
export const packTextRef = ({ id, with: gaps }: TextRef): string => {
  const short = id.startsWith(topicPrefix) ? id.slice(topicPrefix.length - 1) : id;
  if (gaps === undefined) return short;
  return `${short}?${Object.entries(gaps)
    .map((pair) => pair.map(escapeGap).join('='))
    .join('&')}`;
};

export const readTextRef = (packed: string): TextRef => {
  const [short = '', gaps] = packed.split('?', 2);
  const id = short.startsWith('.') ? `topic${short}` : short;
  return gaps === undefined ? { id } : { id, with: readGaps(gaps) };
};

/** Several references, `+` between them; no reference is an empty text. */
export const packTextRefs = (refs: readonly TextRef[]): string => refs.map(packTextRef).join('+');

export const readTextRefs = (packed: string): TextRef[] => (packed === '' ? [] : packed.split('+').map(readTextRef));

const escapeGap = (text: string): string => escapeSigns(text, /[%?&=+]/g);

const readGaps = (gaps: string): Record<string, string> =>
  Object.fromEntries(
    gaps
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=', 2);
        return [unescapeSigns(name), unescapeSigns(value)];
      }),
  );
