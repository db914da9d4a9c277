/** What `buildWeights` makes at build time: everything that is read by phrase, and the topic weights. */
export interface ReadingModel {
  /** Phrase rules by set (`everyday`, `crisis`, `plain`, `command`…). */
  rules: Record<string, RuleSection[]>;
  /** Word classes the lines name, `<crisis.them>` → `he|she|…`. */
  classes: Record<string, string>;
  /** Short form or slang → the words it stands for (`idk` → `i dont know`). */
  expansions: Record<string, string>;
  /** Words that are spelled right, packed (word-list.ts): never corrected. */
  known: string;
  /** The words of the rules that are not among them, packed: right as well, and the ones that matter most. */
  ruleWords: string;
  /** Concept → the words that stand for it, space-separated. */
  concepts: Record<string, string>;
  topics: TopicModel;
  /** Danger, opting out and commands: `self_harm`, `abuse`, `harm_others`, `opt_out`, `pause`… and `none`. */
  intents: LinearModel;
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
  /** Every feature's levels, packed (weight-table.ts). */
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
