import { gatherEvidence, walkMarks } from '../domain/understanding/evidence.ts';
import { walkFeatures } from '../domain/understanding/features.ts';
import { stretchesOf } from '../domain/understanding/intents.ts';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';
import type { VoiceRow } from './read-voices.ts';
import type { Row } from './train-ranker.ts';

/** A text ready to learn from. `tuned`: rules were mended on it, so what they find there says too much for them. */
export interface PlainRow extends VoiceRow {
  plain: string;
  tuned: boolean;
}

/** How much a row counts: a wish to be left alone is dear to miss, and rare among so many rows. */
const weightOf = (label: string): number => (label === 'opt_out' ? 2 : 1);

/** What a row asks of us; undefined where even its author was unsure. */
export const intentOf = ({ group, label }: Pick<VoiceRow, 'group' | 'label'>): string | undefined => {
  switch (group) {
    case 'crisis-self_harm':
    case 'spanish-self_harm':
      return 'self_harm';
    case 'crisis-abuse':
    case 'spanish-abuse':
      return 'abuse';
    case 'crisis-harm_others':
    case 'spanish-harm_others':
      return 'harm_others';
    case 'optout':
    case 'spanish-optout':
      return 'opt_out';
    case 'optout-unsure':
      return undefined;
    case 'command':
      return label.startsWith('language=') ? label.replace('=', '.') : label.split('=')[0];
    case 'quiet':
      return 'quiet';
    default:
      return 'none';
  }
};

/** Rows of the intent ranker, cut into the stretches it will read. */
export const intentRows = (rows: readonly PlainRow[], model: ReadingModel): Row[] =>
  rows.flatMap((row) => {
    const label = intentOf(row);
    return label === undefined ? [] : [{ label, stretches: codesOf(row, model), weight: weightOf(label) }];
  });

const codesOf = ({ plain, tuned }: PlainRow, model: ReadingModel): number[][] => {
  const words = plain.trim().split(' ');
  const cut = stretchesOf(words.length).map((stretch) => ({ ...stretch, codes: [] as number[] }));
  const see = (code: number, place: number): void => {
    for (const { start, end, codes } of cut) if (place >= start && place < end) codes.push(code);
  };
  walkFeatures(words, model, see);
  if (!tuned) walkMarks(gatherEvidence(plain, model).marks, see);
  return cut.map(({ codes }) => codes);
};
