import type { ContentDraft } from '../compile-content.ts';
import type { Content } from '../../domain/content.ts';
import { countSegments } from '../../domain/segment.ts';
import { inText, type ContentText } from '../content-text.ts';
import { measure } from '../measure.ts';
import type { Problem } from '../problem.ts';
import { wordsIn } from '../reading-ease.ts';

/** C1: characters a plain text can carry, and how many parts it takes at worst. */
export const lintLength = ({ texts, content }: ContentDraft): Problem[] =>
  texts.flatMap((text) => {
    switch (text.kind) {
      case 'mail':
        return mailLength(text);
      case 'subject':
        return lineLength(text, 40);
      case 'preheader':
        return lineLength(text, 60);
      case 'card':
      case 'note':
      case 'check-in reply':
      case 'phrase':
        return [...oddCharacters(text), ...tooManyParts(text, content), ...tailLength(text)];
    }
  });

/** One odd character turns the whole text into UCS-2, at 67 characters a part. */
function oddCharacters(text: ContentText): Problem[] {
  if (text.language === 'es' || countSegments(text.text).encoding === 'GSM-7') return [];
  return [...text.typed.matchAll(/[^\n…]/gu)]
    .filter(([sign]) => countSegments(sign).encoding === 'UCS-2')
    .map((match) =>
      inText(text, match.index, {
        rule: 'C1 GSM-7',
        message: `"${match[0]}" is outside the SMS alphabet and would double the cost`,
        mend: 'use a plain letter or sign',
        width: match[0].length,
      }),
    );
}

/** Parts allowed at worst, and the number to aim at. */
const limits: Record<'card' | 'note' | 'check-in reply' | 'phrase' | 'es', { most: number; aim: number }> = {
  card: { most: 3, aim: 2 },
  note: { most: 2, aim: 2 },
  'check-in reply': { most: 3, aim: 2 },
  phrase: { most: 3, aim: 3 },
  es: { most: 3, aim: 3 },
};

function tooManyParts(text: ContentText, content: Content): Problem[] {
  const { most, aim } = text.id.startsWith('note.') ? limits.note : text.language === 'es' ? limits.es : limits[text.kind as 'card'];
  const { segments, characters, region } = measure(text, content);
  if (segments <= aim) return [];
  const whole = text.kind === 'note' ? ' with its number and the lines after it' : '';
  const room = text.language === 'es' ? most * 67 : (segments > most ? most : aim) * 153;
  return [
    inText(text, 0, {
      rule: 'C1 parts',
      message: `${characters} characters${whole}, ${segments} parts${region === '' ? '' : ` with the help lines of ${region}`}; ${segments > most ? `${most} are allowed` : `aim at ${aim}`}`,
      mend: `shorten it by ${Math.max(1, characters - room)} characters`,
      level: segments > most ? 'error' : 'note',
      width: 12,
    }),
  ];
}

/** The lines that ride on a note. */
const tailLength = (text: ContentText): Problem[] => (['note.checkin', 'note.still-useful'].includes(text.id) ? lineLength(text, 60) : []);

const lineLength = (text: ContentText, most: number): Problem[] =>
  text.text.length <= most
    ? []
    : [
        inText(text, most, {
          rule: 'C1 parts',
          message: `${text.text.length} characters; ${most} are allowed`,
          mend: `shorten it by ${text.text.length - most}`,
          width: text.text.length - most,
        }),
      ];

function mailLength(text: ContentText): Problem[] {
  const [least, most] = text.isSoft ? [70, 200] : [120, 260];
  const words = wordsIn(text.text).length;
  if (words >= least && words <= most) return [];
  return [
    inText(text, 0, {
      rule: 'mail length',
      message: `${words} words; ${least} to ${most} are wanted`,
      mend: words < least ? `add about ${least - words} words, best a worked example` : `take out ${words - most} words`,
      width: 12,
    }),
  ];
}
