import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import { problemAt, type Level, type Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';

const planFile: SourceFile = { path: 'content/plan.yaml', text: '' };

/** Ids the plan does not know are errors at any time. */
export const unknownIds = ({ texts, plan }: ContentDraft): Problem[] =>
  texts
    .filter(({ kind, language, isSoft }) => (kind === 'card' || kind === 'note') && language === 'en' && !isSoft)
    .flatMap((text) =>
      text.covers
        .filter((id) => plan.ideas[id] === undefined)
        .map((id) =>
          inText(text, Math.max(0, text.source.text.indexOf(id)) - text.offset, {
            rule: 'coverage',
            message: `there is no idea ${id}`,
            mend: 'mend the id; content/plan.yaml lists them',
            width: id.length,
          }),
        ),
    );

/** What the plan asks for and the content lacks; notes while writing, errors once the plan says `complete`. */
export function lintCompleteness(draft: ContentDraft, isComplete: boolean): Problem[] {
  const level: Level = isComplete ? 'error' : 'note';
  const gaps = [...missingTopics(draft), ...missingNotes(draft), ...uncovered(draft)];
  return gaps.map(({ rule, message, mend }) => problemAt(planFile, 0, { rule, message, mend, level }));
}

type Lack = Pick<Problem, 'rule' | 'message' | 'mend'>;

const missingTopics = ({ plan, content }: ContentDraft): Lack[] =>
  Object.entries(plan.topics).flatMap(([id, least]) => {
    const cards = content.topics[id]?.cards.length ?? 0;
    if (cards >= least) return [];
    return [
      {
        rule: 'completeness',
        message: cards === 0 ? `topic "${id}" is missing` : `topic "${id}" has ${cards} of ${least} cards`,
        mend: `write content/topics/${id}.md with ${least} cards`,
      },
    ];
  });

const missingNotes = ({ plan, content }: ContentDraft): Lack[] =>
  Object.entries(plan.programmes).flatMap(([id, { notes, checkIns }]) => {
    const there = content.programmes[id]?.notes ?? [];
    const asked = there.filter(({ checkIn }) => checkIn !== undefined).map(({ number }) => number);
    const lacks = [
      there.length === notes ? '' : `${there.length} of ${notes} notes`,
      asked.join() === checkIns.join() ? '' : `check-ins on [${asked.join(', ')}] instead of [${checkIns.join(', ')}]`,
    ].filter((lack) => lack !== '');
    return lacks.map((lack) => ({
      rule: 'completeness',
      message: `programme "${id}" has ${lack}`,
      mend: `complete content/programmes/${id}`,
    }));
  });

/** Each idea is delivered by a card; a note may deliver it as well. */
function uncovered({ plan, texts }: ContentDraft): Lack[] {
  const delivered = deliveredIds(texts);
  return Object.entries(plan.ideas)
    .filter(([id]) => !delivered.has(id))
    .map(([id, { topics }]) => ({
      rule: 'coverage',
      message: `no card delivers ${id}`,
      mend: `add it to a card of ${topics.join(' or ')}`,
    }));
}

export const deliveredIds = (texts: readonly ContentText[]): Set<string> =>
  new Set(texts.filter(({ kind }) => kind === 'card').flatMap(({ covers }) => covers));
