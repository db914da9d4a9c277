import type { ContentDraft } from '../compile-content.ts';
import { inText, matchesIn, type ContentText } from '../content-text.ts';
import { gapsAllowedIn, regionGaps } from '../fill-gaps.ts';
import { problemAt, type Problem } from '../problem.ts';

/** C8: a gap nobody fills, or a region that lacks a filling, fails the build. */
export const lintGaps = (draft: ContentDraft): Problem[] => [
  ...draft.texts.flatMap((text) => [...unknownGaps(text), ...brokenGaps(text)]),
  ...emptyFillings(draft),
];

function unknownGaps(text: ContentText): Problem[] {
  const allowed = gapsAllowedIn(text);
  return matchesIn(text, /\{([a-z]+)\}/g, (gap) => ({
    rule: 'C8 gaps',
    message: `nothing fills ${gap} here`,
    mend: allowed.length === 0 ? 'this text holds no gaps' : `use ${allowed.map((name) => `{${name}}`).join(' ')}`,
  })).filter(({ message }) => !allowed.some((name) => message.includes(`{${name}}`)));
}

const brokenGaps = (text: ContentText): Problem[] =>
  [...text.typed.replace(/\{[a-z]+\}/g, (gap) => '.'.repeat(gap.length)).matchAll(/[{}]/g)].map((match) =>
    inText(text, match.index, {
      rule: 'C8 gaps',
      message: 'a brace that is no gap',
      mend: 'write a gap in small letters between two braces: {crisis}',
    }),
  );

/** XX has no numbers, but wording for every gap. */
const emptyFillings = ({ helplines }: ContentDraft): Problem[] =>
  helplines.flatMap(({ helplines: lines, source, place }) =>
    regionGaps
      .filter((gap) => lines[gap].trim() === '' || (lines.es ?? lines)[gap].trim() === '')
      .map((gap) =>
        problemAt(source, place([gap]), {
          rule: 'C8 gaps',
          message: `${lines.region} says nothing for {${gap}}`,
          mend: 'write a short phrase, or directory wording',
        }),
      ),
  );
