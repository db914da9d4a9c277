/** What `buildWeights` makes at build time: everything that is read by phrase, and the topic weights. */
export interface ReadingModel {
  /** Phrase rules by set (`everyday`, `crisis`, `plain`, `command`…). */
  rules: Record<string, RuleSection[]>;
  /** Word classes the lines name, `<crisis.them>` → `he|she|…`. */
  classes: Record<string, string>;
  /** Short form or slang → the words it stands for (`idk` → `i dont know`). */
  expansions: Record<string, string>;
  /** Words that are spelled right, space-separated: never corrected. */
  known: string;
  /** Concept → the words that stand for it, space-separated. */
  concepts: Record<string, string>;
  topics: TopicModel;
  /** Danger and opting out: `self_harm`, `abuse`, `harm_others`, `opt_out` and `other`. */
  alarm: LinearModel;
}

/** One section of a rule file. */
export interface RuleSection {
  /** Closed id, such as `self_harm.active`. */
  id: string;
  /** A value the section carries, such as a topic id or a level. */
  gives?: string;
  /** Phrases as written (see phrase-parts.ts), each behind one base-36 digit: the part it is looked up by. */
  lines: string[];
}

/** A linear ranker: every feature adds its weights to the labels it speaks for. */
export interface LinearModel {
  /** Label ids in the order of the weights. */
  labels: string[];
  bias: number[];
  /** Feature after feature: its four-character code, how many pairs, then two characters a pair: label and level. */
  weights: string;
  /** A level is worth this much. */
  step: number;
}

/** Ranks topics; one label is `off_topic`. */
export interface TopicModel extends LinearModel {
  /** Surest topic at or above: its card. */
  sureAt: number;
  /** Below `sureAt`, the sum of the best three at or above: ask. */
  askAt: number;
}
