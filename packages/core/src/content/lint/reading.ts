import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';
import { gradeOf, sentencesOf, wordsIn } from '../reading-ease.ts';

export const highestGrade = 7;
export const longestSentence = 15;
/** Mail has room for a breath more. */
const longestMailSentence = 22;

/** Plain enough for a tired reader: grade 7 or lower, sentences of 15 words or fewer. */
export const lintReading = ({ texts }: ContentDraft): Problem[] =>
  texts.filter(({ language }) => language === 'en').flatMap((text) => [...hardText(text), ...longSentences(text)]);

function hardText(text: ContentText): Problem[] {
  const grade = gradeOf(text.text);
  if (grade <= highestGrade || wordsIn(text.text).length < 12) return [];
  return [
    inText(text, 0, {
      rule: 'grade',
      message: `reading grade ${grade}; ${highestGrade} is the limit`,
      mend: 'use shorter words and shorter sentences',
      width: 12,
    }),
  ];
}

function longSentences(text: ContentText): Problem[] {
  const most = text.kind === 'mail' ? longestMailSentence : longestSentence;
  return sentencesOf(text.typed).flatMap((sentence) => {
    const count = wordsIn(sentence).length;
    if (count <= most) return [];
    const opening = sentence.slice(0, 15).replace(/\bgap\b.*$/, '');
    return [
      inText(text, Math.max(0, text.typed.indexOf(opening)), {
        rule: 'sentence length',
        message: `a sentence of ${count} words; ${most} are allowed`,
        mend: 'make two sentences of it',
        width: sentence.length,
      }),
    ];
  });
}
