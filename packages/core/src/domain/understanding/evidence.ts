import { codeOf, hashOf } from './feature-code.ts';
import { kinds, type See } from './features.ts';
import { findPhrases, hidePhrases, type Found } from './phrase-rules.ts';
import type { ReadingModel } from './reading-model.ts';

/** What the phrase rules find in a text, before anything is decided. */
export interface Evidence {
  /** The words with everyday speech blanked: "dying to see him" is no danger. */
  calm: string;
  danger: Found[];
  /** Asks to end our texts; grief over another person is blanked first. */
  ending: Found[];
  command: Found[];
  quiet: Found[];
  /** Rule features with the word each begins at. */
  marks: { name: string; place: number }[];
}

/** Runs the rules once for all stages that ask them. */
export const gatherEvidence = (plain: string, model: ReadingModel): Evidence => {
  const [calm, own, ours] = ['everyday', 'grief', 'about'].map((set) => hidePhrases(model, set, plain)) as [string, string, string];
  const [danger, ending] = [findPhrases(model, 'crisis', calm), findPhrases(model, 'plain', own)];
  const [command, quiet] = [findPhrases(model, 'command', ours), findPhrases(model, 'quiet', plain)];
  const marks = [
    ...[danger, ending, command, quiet].flatMap((found) => found.map(({ rule, start }) => ({ name: rule.id, place: start }))),
    ...blanks('everyday', calm),
    ...blanks('grief', own),
    ...blanks('about', ours),
  ];
  return { calm, danger, ending, command, quiet, marks: distinct(marks) };
};

/** Where speech was blanked. */
const blanks = (name: string, hidden: string): Evidence['marks'] =>
  hidden
    .trim()
    .split(' ')
    .flatMap((word, place, words) => (word === '~' && words[place - 1] !== '~' ? [{ name: `~${name}`, place }] : []));

const distinct = (marks: Evidence['marks']): Evidence['marks'] => [
  ...new Map(marks.map((mark) => [`${mark.name} ${mark.place}`, mark])).values(),
];

/** The rules' own features. */
export const walkMarks = (marks: Evidence['marks'], see: See): void => {
  for (const { name, place } of marks) see(codeOf(kinds.rule, hashOf(name), 0), place, name, '');
};
