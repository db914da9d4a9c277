/** What one part of a phrase line asks of the words at a place. */
export type Part =
  | { kind: 'words'; words: WordChoice; mayMiss: boolean }
  | { kind: 'gap'; most: number }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'not_next'; words: WordChoice }
  | { kind: 'not_before'; words: WordChoice };

/** Words to choose from: by their first word, the words that must follow it (none for a single word). */
export interface WordChoice {
  byFirst: Map<string, string[][]>;
  /** Beginnings of words (`stalk*`). */
  beginnings: string[];
  /** The end of a sentence will do as well. */
  orEnd: boolean;
}

/**
 * Reads one phrase line. `a|b` either word, `a_b` two words, `word?` may be missing, `word*` any ending,
 * `..` up to two words between (`..4` up to four), `^` and `$` edges of a sentence, `!a` not followed by,
 * `~a` not preceded by. Every gap is bounded.
 */
export const partsOf = (line: string): Part[] => line.split(' ').map(partOf);

const partOf = (part: string): Part => {
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  if (part.startsWith('..')) return { kind: 'gap', most: part === '..' ? 2 : Number(part.slice(2)) };
  if (part.startsWith('!')) return { kind: 'not_next', words: choiceOf(part.slice(1)) };
  if (part.startsWith('~')) return { kind: 'not_before', words: choiceOf(part.slice(1)) };
  return part.endsWith('?')
    ? { kind: 'words', words: choiceOf(part.slice(0, -1)), mayMiss: true }
    : { kind: 'words', words: choiceOf(part), mayMiss: false };
};

const choiceOf = (written: string): WordChoice => {
  const choice: WordChoice = { byFirst: new Map(), beginnings: [], orEnd: false };
  for (const words of written.split('|')) {
    if (words === '$') choice.orEnd = true;
    else if (words.endsWith('*')) choice.beginnings.push(words.slice(0, -1));
    else addWords(choice.byFirst, words.split('_'));
  }
  return choice;
};

const addWords = (byFirst: Map<string, string[][]>, [first = '', ...rest]: string[]): void => {
  const there = byFirst.get(first);
  if (there === undefined) byFirst.set(first, [rest]);
  else there.push(rest);
};
