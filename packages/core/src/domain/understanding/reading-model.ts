/** What `buildWeights` makes at build time: everything that is read by phrase, and the topic weights. */
export interface ReadingModel {
  /** Phrase rules by set (`everyday`, `crisis`, `plain`, `command`…). */
  rules: Record<string, PhraseRule[]>;
  /** Word classes the lines name, `<crisis.them>` → `he|she|…`. */
  classes: Record<string, string>;
  /** Short form or slang → the words it stands for (`idk` → `i dont know`). */
  expansions: Record<string, string>;
  /** Words that are spelled right, space-separated: never corrected. */
  known: string;
  topics: TopicModel;
}

/** One line of a rule file. */
export interface PhraseRule {
  /** Closed id, such as `self_harm.active`. */
  id: string;
  /** The phrase as written; see phrase-parts.ts. */
  line: string;
  /** The part of the line it is looked up by. */
  at: number;
  /** A value the section carries, such as a topic id or a level. */
  gives?: string;
}

/** A linear ranker: every feature adds its weights to the topics it speaks for. */
export interface TopicModel {
  /** Topic ids in the order of the weights; one of them is `off_topic`. */
  topics: string[];
  bias: number[];
  /** Word → concepts it stands for, space-separated. */
  concepts: Record<string, string>;
  /** Feature → packed weights: two characters a pair, topic and level. */
  weights: Record<string, string>;
  /** A level is worth this much. */
  step: number;
  /** Surest topic at or above: its card. */
  sureAt: number;
  /** Below `sureAt`, the sum of the best three at or above: ask. */
  askAt: number;
}
