import type { ContentDraft } from '../compile-content.ts';
import { regionGaps } from '../fill-gaps.ts';
import { problemAt, type Problem } from '../problem.ts';
import type { HelplineDraft } from '../read/helplines.ts';
import { countSegments } from '../../domain/segment.ts';

export const longestPhrase = 60;
export const oldestDays = 180;

/** X7: a phrase we hand out stands on a line that is not withdrawn, and is short and plain. */
export const lintHelplines = ({ helplines }: ContentDraft): Problem[] =>
  helplines.flatMap((draft) => regionGaps.flatMap((gap) => [...phraseProblems(draft, gap), ...unbacked(draft, gap)]));

function phraseProblems({ helplines, source, place }: HelplineDraft, gap: (typeof regionGaps)[number]): Problem[] {
  const phrase = helplines[gap];
  const isPlain = countSegments(phrase).encoding === 'GSM-7';
  if (phrase.length <= longestPhrase && isPlain) return [];
  return [
    problemAt(source, place([gap]), {
      rule: 'help lines',
      message: isPlain ? `${phrase.length} characters; ${longestPhrase} are allowed` : 'a sign outside the SMS alphabet',
      mend: 'shorten it; the lines below hold the rest',
      width: phrase.length,
    }),
  ];
}

/** Numbers and web addresses of a phrase; "press 55" is a key, not a line. */
const reachesOf = (phrase: string): string[] => phrase.replace(/(press|marca) \d+/g, '').match(/[a-z0-9]+\.[a-z.]+|\d[\d -]*\d/g) ?? [];

function unbacked({ helplines, source, place }: HelplineDraft, gap: (typeof regionGaps)[number]): Problem[] {
  const live = helplines.lines
    .filter(({ withdrawn }) => withdrawn !== true)
    .map(({ reach }) => reach)
    .join(' | ');
  return reachesOf(helplines[gap])
    .filter((reach) => !live.includes(reach))
    .map((reach) =>
      problemAt(source, place([gap]), {
        rule: 'help lines',
        message: `${reach} stands on no line of ${helplines.region} that is in use`,
        mend: 'add the line with its source, or change the phrase',
        width: helplines[gap].length,
      }),
    );
}

/** The release check: lines unread for 180 days or never verified, and texts nobody signed. The service runs on. */
export function releaseProblems({ helplines, topics, programmes }: ContentDraft, today: string): Problem[] {
  const old = helplines.flatMap(({ helplines: { lines }, source, place }) =>
    lines.flatMap(({ verifiedOn, verifiedBy, withdrawn }, index) => {
      if (withdrawn === true) return [];
      const days = Math.floor((Date.parse(today) - Date.parse(verifiedOn)) / 86_400_000);
      const at = (key: string, message: string): Problem =>
        problemAt(source, place(['lines', index, key]), {
          rule: 'X7 release',
          message,
          mend: 'call or read the line, then write the day and your name',
          width: 10,
        });
      return [
        ...(days > oldestDays ? [at('verifiedOn', `last verified ${days} days ago; ${oldestDays} are allowed`)] : []),
        ...(/not yet/.test(verifiedBy) ? [at('verifiedBy', 'nobody has verified this line')] : []),
      ];
    }),
  );
  const unsigned = [
    ...topics.map(({ topic, source }) => ({ review: topic.review, source })),
    ...programmes.map(({ programme, source }) => ({ review: programme.review, source })),
  ]
    .filter(({ review }) => review === 'pending')
    .map(({ source }) =>
      problemAt(source, 0, {
        rule: 'review',
        message: 'no counsellor has signed this file',
        mend: 'after a review write reviewedBy and reviewedOn in place of "review: pending"',
      }),
    );
  return [...old, ...unsigned];
}
