import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { readCommandWord } from './understanding/command-words.ts';
import { readWording } from './understanding/normalise.ts';

/**
 * PAUSE 5 or TIME 9 while a check-in is open is a wish for rest or an hour, not a five or a nine: the number
 * belongs to our own word before it. Any other reading stays as it is.
 */
export function numberedCommand(meaning: Meaning, body: string, lexicon: Lexicon): Meaning {
  if (meaning.kind !== 'check_in' && meaning.kind !== 'check_in_unclear') return meaning;
  const command = readCommandWord(readWording(body), lexicon);
  return command === undefined
    ? meaning
    : { kind: 'command', command, rule: 'command.word', because: 'The number stands behind a word of ours.' };
}
