import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';
import { wordsOf } from './copying.ts';

const shingle = 4;
/** Share of four-word runs two texts may have in common. */
const most = 0.5;
/** Near the same on purpose: the same news in two states, or to paste elsewhere. */
const families: readonly RegExp[] = [
  /^(optout|carrier)\./,
  /^(service\.help|carrier\.help)$/,
  /^(optin|carrier)\./,
  /^(join|mail)\./,
  /^(data|forget|mail)\./,
  /^(minor\.|join\.)/,
  /^crisis\./,
  /^clarify\./,
  /^time\./,
];

/** No two texts are nearly the same, and none is repeated to a person in one programme. */
export function lintRepeats({ texts }: ContentDraft): Problem[] {
  const judged = texts.filter(({ kind, language }) => language === 'en' && kind !== 'subject' && kind !== 'preheader');
  const shingles = judged.map(shinglesOf);
  const holders = new Map<string, number[]>();
  return judged.flatMap((text, index) => {
    const shared = new Map<number, number>();
    for (const run of shingles[index]!) {
      for (const other of holders.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...(holders.get(run) ?? []), index]);
    }
    const twin = [...shared].find(([other, count]) =>
      isTwin(judged[other]!, text, count / Math.min(shingles[other]!.size, shingles[index]!.size)),
    );
    return twin === undefined ? [] : [repeated(text, judged[twin[0]]!)];
  });
}

function shinglesOf({ text }: ContentText): Set<string> {
  const words = wordsOf(text).map(({ word }) => word);
  return new Set(words.slice(0, Math.max(0, words.length - shingle + 1)).map((_, index) => words.slice(index, index + shingle).join(' ')));
}

/** A first note may say the same softly; a short mail may hold its own SMS. */
function isTwin(a: ContentText, b: ContentText, share: number): boolean {
  if (share < most) return false;
  if (families.some((family) => family.test(a.id) && family.test(b.id))) return false;
  const isFirstNotePair = a.id.endsWith('.n1') && b.id === `${a.id}.soft`;
  const isMailOfIts = [a, b].some(({ kind }) => kind === 'mail') && noteOf(a) === noteOf(b);
  return !isFirstNotePair && !isMailOfIts;
}

const noteOf = ({ id }: ContentText): string => id.split('.').slice(0, 2).join('.');

const repeated = (text: ContentText, other: ContentText): Problem =>
  inText(text, 0, {
    rule: 'repeats',
    message: `says nearly the same as ${other.id}`,
    mend: 'give this text its own words and its own small step',
    width: 12,
  });
