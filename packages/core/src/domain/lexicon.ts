import * as z from 'zod';
import type { ReadingModel } from './understanding/reading-model.ts';

/** What reading a text needs, built from the content at build time. */
export const Lexicon = z.object({
  /** Keyword or synonym, upper case without spaces or accents → topic id. */
  keywords: z.record(z.string(), z.string()),
  /** Programme word, upper case without spaces → programme id. */
  programmes: z.record(z.string(), z.string()),
  /** Helpline start words of all regions, upper case. */
  helplineWords: z.array(z.string()),
  /** Phrase rules and topic weights; without them only exact words are read. Built by us, so not checked again. */
  reading: z.custom<ReadingModel>().optional(),
});
export type Lexicon = z.infer<typeof Lexicon>;
