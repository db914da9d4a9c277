import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One text by an author who had not seen the rules, and what it means. */
export interface HeldoutRow {
  /** The first part of the file's name: `topic`, `crisis-abuse`, `optout-lookalike`… */
  group: string;
  voice: string;
  label: string;
  text: string;
}

/** Failures may be looked at in half `a` only; half `b` gives the honest figures. */
export type Half = 'a' | 'b';

/** Whole voices, never single rows, so that no habit of a voice is known in both halves. */
const voicesOfA = new Set(['teen', 'dictating', 'nightshift', 'angryman', 'aussie', 'terse', 'milspouse', 'mexican']);

const folder = fileURLToPath(new URL('../corpus/heldout/', import.meta.url));

/** Every row of a half, in the order of the files' names. */
export const readHeldout = (half: Half): HeldoutRow[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [group = '', voice = ''] = file.split('.');
      return voicesOfA.has(voice) === (half === 'a')
        ? readFileSync(folder + file, 'utf8')
            .trim()
            .split('\n')
            .map((line) => rowOf(group, voice, line))
        : [];
    });

/** `time=20:00: text me at 8`: the label ends at the first colon with a space. */
const rowOf = (group: string, voice: string, line: string): HeldoutRow => {
  const at = line.indexOf(': ');
  return { group, voice, label: line.slice(0, at), text: line.slice(at + 2) };
};
