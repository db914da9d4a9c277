import type { Lexicon } from './lexicon.ts';
import type { Meaning, ReadingState, Sense } from './meaning.ts';
import { readCheckIn } from './understanding/check-in-answer.ts';
import { readCommandWord } from './understanding/command-words.ts';
import { readKeyword } from './understanding/keywords.ts';
import { readWording, type Wording } from './understanding/normalise.ts';
import { removeOurWords } from './understanding/our-words.ts';
import { isPlainOptOutWord } from './understanding/plain-opt-out.ts';
import { carrierWords, readConfirmation, readCourtesy, readCrisisWord, readServiceWord } from './understanding/whole-words.ts';

/** What one stage reads from. */
export interface Reading {
  wording: Wording;
  state: ReadingState;
  lexicon: Lexicon;
}
type Stage = (reading: Reading) => Meaning | undefined;

/** Reads one text in the order of the stages; the first that knows it decides. Pure, and never throws. */
export const understand = (text: string, state: ReadingState, lexicon: Lexicon): Meaning => {
  const own = removeOurWords(text.slice(0, 8000), state.ourTexts ?? []);
  if (own.isReaction) return said({ kind: 'reaction' }, 'reaction', 'a phone reaction to a text of ours');
  const reading: Reading = { wording: readWording(own.text), state, lexicon };
  for (const stage of stages) {
    const meaning = stage(reading);
    if (meaning !== undefined) return meaning;
  }
  return said({ kind: 'unknown' }, 'unknown', 'nothing matched');
};

export const said = (sense: Sense, rule: string, because: string): Meaning => ({ ...sense, rule, because });

const named = (sense: Sense | undefined, rule: string, because: string): Meaning | undefined =>
  sense === undefined ? undefined : said(sense, rule, because);

const stages: readonly Stage[] = [
  ({ wording }) => (carrierWords.has(wording.whole) ? said({ kind: 'opt_out', how: 'word' }, 'opt_out.word', `"${wording.whole}" is a carrier's opt-out word`) : undefined),
  ({ wording, lexicon }) => named(readCrisisWord(wording.whole, lexicon), 'crisis.word', `the whole message is "${wording.whole}"`),
  ({ wording }) => (isPlainOptOutWord(wording.whole) ? said({ kind: 'opt_out', how: 'plain' }, 'opt_out.plain', 'the whole message asks us to end') : undefined),
  ({ wording, lexicon }) => named(readServiceWord(wording.whole, lexicon), 'service.word', `"${wording.whole}" is a service word`),
  ({ wording, state }) => readCheckIn(wording, state),
  ({ wording }) => named(readConfirmation(wording.whole), 'confirmation', `the whole message is "${wording.whole}"`),
  ({ wording, lexicon }) => {
    const command = readCommandWord(wording, lexicon);
    return command === undefined ? undefined : said({ kind: 'command', command }, 'command.word', `"${wording.words[0] ?? ''}" is a command`);
  },
  ({ wording, lexicon }) => readKeyword(wording, lexicon),
  ({ wording }) => named(readCourtesy(wording.whole, wording.text), 'courtesy', 'polite noise or a greeting'),
];
