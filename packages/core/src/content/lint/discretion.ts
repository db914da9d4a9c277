import type { ContentDraft } from '../compile-content.ts';
import { matchesIn, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';

/** Words that must not stand on a screen somebody else may see. */
const telling =
  /\b(partners?|abus\w+|divorc\w+|affairs?|afraid|scared|fright\w+|suicid\w*|self-harm\w*|violen\w+|hit|hits|hitting|beat|beats|threat\w*|stalk\w*|rape\w*|forc(e|es|ed) (you|them)|controlling|cheat(s|ed|ing) on|break[- ]?up|breaking up|separat(e|ed|ion)|exes|pushed away|pushing you away)\b/gi;
const leaving = /\b(leav(e|ing) (them|someone|the relationship|home)|LEAVE|CRISIS|NOCONTACT)\b/g;
/** A lock screen shows about this much. */
const shownOnLock = 40;
/** Asked for, and yet read over a shoulder: they open neutrally (C3). */
const opensNeutrally = /^(topic\.safe\.|crisis\.(abuse|child|harm-others|unclear)|optout\.done)/;
const tooPlainToOpen =
  /\b(partners?|abus\w+|divorc\w+|afraid|scared|suicid\w*|violen\w+|hits?|hurts?|threat\w*|stalk\w*|kill\w*|rape\w*|forced|controlling|harm\w*)\b/gi;

/** C3: what we push reads like a tip for wellbeing; what answers fear begins like one. */
export const lintDiscretion = ({ texts }: ContentDraft): Problem[] =>
  texts.flatMap((text) => {
    if (text.isPushed) return [...pushed(text, telling), ...pushed(text, leaving), ...opening(text)];
    return opensNeutrally.test(text.id) && text.language === 'en' ? opening(text) : [];
  });

const pushed = (text: ContentText, pattern: RegExp): Problem[] =>
  matchesIn(text, pattern, (found) => ({
    rule: 'C3 discretion',
    message: `"${found}" may not stand in a text nobody asked for`,
    mend: 'say it neutrally, or move it to the answer to a word',
  }));

const opening = (text: ContentText): Problem[] =>
  matchesIn(text, tooPlainToOpen, (found) => ({
    rule: 'C3 opening',
    message: `"${found}" stands in the first ${shownOnLock} characters, which a locked phone shows`,
    mend: 'begin with a neutral sentence',
  })).filter(({ line, column }) => indexOf(text, line, column) < shownOnLock);

function indexOf(text: ContentText, line: number, column: number): number {
  const lines = text.source.text.split('\n');
  const offset = lines.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
  return offset - text.offset;
}
