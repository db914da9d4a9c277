import type { Lexicon } from './lexicon.ts';
import type { Meaning, ReadingState, Sense } from './meaning.ts';
import { readCheckIn } from './understanding/check-in-answer.ts';
import { readCommandPhrase, readLikelyCommand } from './understanding/command-phrases.ts';
import { readCommandWord } from './understanding/command-words.ts';
import { readCrisis, readQuiet } from './understanding/crisis.ts';
import { expandWords } from './understanding/expand.ts';
import { hear, type Heard } from './understanding/hear.ts';
import { readKeyword } from './understanding/keywords.ts';
import { longestRead, readWording, type Wording } from './understanding/normalise.ts';
import { removeOurWords } from './understanding/our-words.ts';
import { alsoOptsOut, isPlainOptOutWord, readPlainOptOut, readUnsureOptOut } from './understanding/plain-opt-out.ts';
import { respellWords } from './understanding/spelling.ts';
import { readMinor, readTopic } from './understanding/topics.ts';
import { readTypingError } from './understanding/typing-errors.ts';
import { carrierWords, readConfirmation, readCourtesy, readCrisisWord, readServiceWord } from './understanding/whole-words.ts';

/** What one stage reads from: the words as written, and as they would be written out. */
interface Reading {
  written: Wording;
  full: Wording;
  /** `full` with all that rules and ranker hear in it; read when first asked for. */
  heard: () => Heard | undefined;
  state: ReadingState;
  lexicon: Lexicon;
}
type Stage = (reading: Reading) => Meaning | undefined;

/** Reads one text in the order of the stages; the first that knows it decides. Pure, and never throws. */
export const understand = (text: string, state: ReadingState, lexicon: Lexicon): Meaning => {
  const own = removeOurWords(text.slice(0, longestRead), state.ourTexts ?? []);
  if (own.isReaction) return { kind: 'reaction', rule: 'reaction', because: 'a phone reaction to a text of ours' };
  const written = readWording(own.text);
  const full = lexicon.reading === undefined ? written : expandWords(respellWords(written, lexicon.reading), lexicon.reading.expansions);
  const heard = once(() => lexicon.reading && hear(full, lexicon.reading, readKeyword(full, lexicon) !== undefined));
  const reading: Reading = { written, full, heard, state, lexicon };
  for (const stage of stages) {
    const meaning = stage(reading);
    if (meaning !== undefined) return meaning;
  }
  return { kind: 'unknown', rule: 'unknown', because: 'nothing matched' };
};

const once = <Made>(make: () => Made): (() => Made) => {
  let made: { is: Made } | undefined;
  return () => (made ??= { is: make() }).is;
};

const named = (sense: Sense | undefined, rule: string, because: string): Meaning | undefined =>
  sense === undefined ? undefined : { ...sense, rule, because };

/** Asks the phrase rules and weights, where there are any. */
const learned =
  (read: (heard: Heard, reading: Reading) => Meaning | undefined): Stage =>
  (reading) => {
    const heard = reading.heard();
    return heard === undefined ? undefined : read(heard, reading);
  };

const readExactCommand: Stage = ({ written, lexicon }) => {
  const command = readCommandWord(written, lexicon);
  return command === undefined
    ? undefined
    : { kind: 'command', command, rule: 'command.word', because: `"${written.words[0] ?? ''}" is a command` };
};

/** requirements: carrier word, crisis, plain opt-out, service word, check-in, confirmation, command, keyword, typing error, topic. */
const stages: readonly Stage[] = [
  ({ written }) =>
    carrierWords.has(written.whole)
      ? { kind: 'opt_out', how: 'word', rule: 'opt_out.word', because: `"${written.whole}" is a carrier's opt-out word` }
      : undefined,
  ({ written, lexicon }) => named(readCrisisWord(written.whole, lexicon), 'crisis.word', `the whole message is "${written.whole}"`),
  learned(readQuiet),
  learned((heard) => readCrisis(heard, () => alsoOptsOut(heard))),
  ({ written }) =>
    isPlainOptOutWord(written.whole)
      ? { kind: 'opt_out', how: 'plain', rule: 'opt_out.plain', because: 'the whole message asks us to end' }
      : undefined,
  learned((heard, { full, state, lexicon }) =>
    readPlainOptOut(heard, () => state.checkInOpen && readCheckIn(full, state, lexicon)?.kind === 'check_in'),
  ),
  ({ written, lexicon }) => named(readServiceWord(written.whole, lexicon), 'service.word', `"${written.whole}" is a service word`),
  ({ full, state, lexicon }) => readCheckIn(full, state, lexicon),
  ({ written }) => named(readConfirmation(written.whole), 'confirmation', `the whole message is "${written.whole}"`),
  learned(readUnsureOptOut),
  readExactCommand,
  learned((heard, { state, lexicon }) => readCommandPhrase(heard, state, lexicon)),
  learned((heard) => readMinor(heard, heard.model)),
  ({ full, lexicon }) => readKeyword(full, lexicon),
  ({ written }) => named(readCourtesy(written), 'courtesy', 'polite noise or a greeting'),
  ({ written, lexicon }) => readTypingError(written, lexicon),
  learned((heard, { state, lexicon }) => readLikelyCommand(heard, state, lexicon)),
  learned((heard) => readTopic(heard, heard.model)),
];
