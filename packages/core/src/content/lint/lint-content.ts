import type { ContentDraft } from '../compile-content.ts';
import type { Problem } from '../problem.ts';
import { lintCompleteness, unknownIds } from './completeness.ts';
import { lintCopying } from './copying.ts';
import { lintDiscretion } from './discretion.ts';
import { lintGaps } from './gaps.ts';
import { lintGuards } from './guards.ts';
import { lintHelplines, releaseProblems } from './helplines.ts';
import { lintLength } from './length.ts';
import { lintLocks } from './locks.ts';
import { lintNumbers } from './numbers.ts';
import { lintReading } from './reading.ts';
import { lintRepeats } from './repeats.ts';
import { lintRequiredWords } from './required-words.ts';
import { lintWording } from './wording.ts';
import { lintWordsPeopleText } from './words-people-text.ts';

export interface LintOptions {
  /** Hashes of the seven-word runs of the sources. */
  sourceRuns?: ReadonlySet<string>;
  /** Gaps against the plan are errors; the plan's own `complete: true` does the same. */
  complete?: boolean;
  /** A day such as 2026-12-01: also check what must hold before a release. */
  releaseOn?: string;
}

/** Every rule over all of the content; nothing stops at the first finding (C9). */
export const lintContent = (draft: ContentDraft, { sourceRuns = new Set(), complete = false, releaseOn }: LintOptions = {}): Problem[] => [
  ...lintGaps(draft),
  ...lintLength(draft),
  ...lintReading(draft),
  ...lintWording(draft),
  ...lintDiscretion(draft),
  ...lintGuards(draft),
  ...lintRequiredWords(draft),
  ...lintLocks(draft),
  ...lintWordsPeopleText(draft),
  ...lintNumbers(draft),
  ...lintHelplines(draft),
  ...lintCopying(draft, sourceRuns),
  ...lintRepeats(draft),
  ...unknownIds(draft),
  ...lintCompleteness(draft, complete || draft.plan.complete),
  ...(releaseOn === undefined ? [] : releaseProblems(draft, releaseOn)),
];
