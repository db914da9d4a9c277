import type { Compiled } from '../compile-content.ts';
import type { ContentText } from '../content-text.ts';
import { fillLongest } from '../fill-gaps.ts';
import { measure, wholeText } from '../measure.ts';
import type { Region } from '../../domain/region.ts';

const bubbleWidth = 42;
const mailWidth = 66;

/** All texts whose id is, or begins with, what was asked: `space`, `topic.space.1`, `patience.n4`, `optout.done`. */
export function findTexts({ texts }: Pick<Compiled, 'texts'>, asked: string): ContentText[] {
  const names = [asked, `topic.${asked}`];
  return texts.filter(({ id }) => names.some((name) => id === name || id.startsWith(`${name}.`)));
}

/** A text as a phone bubble, a mail as a mail, with the help lines of a region filled in. */
export function showPreview(compiled: Compiled, asked: string, region: Region): string | undefined {
  const found = findTexts(compiled, asked);
  return found.length === 0 ? undefined : found.map((text) => showText(text, compiled, region)).join('\n\n');
}

function showText(text: ContentText, compiled: Compiled, region: Region): string {
  const lines = compiled.content.helplines[region];
  const filled = fillPlainly(
    fillLongest(
      wholeText(text, compiled.content).replace('{service}', 'Breathing Room').replace('{privacy}', 'example.org/privacy'),
      text.language,
      lines,
      compiled.content,
    ),
    text,
  );
  return [headOf(text, compiled), ...(text.kind === 'mail' ? mailOf(filled) : bubbleOf(filled))].join('\n');
}

const fillPlainly = (filled: string, { id }: ContentText): string =>
  filled.replace(/^Note 28\./, `Note ${/\.n(\d+)/.exec(id)?.[1] ?? '1'}.`);

function headOf(text: ContentText, { content }: Compiled): string {
  const { characters, segments, words, grade, longestSentence } = measure(text, content);
  const size =
    text.kind === 'mail' ? `${words} words` : `${characters} characters, ${segments} ${segments === 1 ? 'part' : 'parts'} at most`;
  const covers = text.covers.length === 0 ? '' : `\n${text.covers.join(' ')} | ${text.guard}`;
  return `${text.id}${text.language === 'es' ? ' es' : ''}  ${text.kind}, ${size}, grade ${grade}, longest sentence ${longestSentence}${covers}`;
}

const bubbleOf = (text: string): string[] => {
  const rows = wrap(text, bubbleWidth);
  return [`╭${'─'.repeat(bubbleWidth + 2)}╮`, ...rows.map((line) => `│ ${line.padEnd(bubbleWidth)} │`), `╰${'─'.repeat(bubbleWidth + 2)}╯`];
};

const mailOf = (text: string): string[] => [
  '─'.repeat(mailWidth),
  ...text.split('\n').flatMap((line) => (line === '' ? [''] : wrap(line, mailWidth))),
  '─'.repeat(mailWidth),
];

export function wrap(text: string, width: number): string[] {
  const rows = [''];
  for (const word of text.split(' ')) {
    const last = rows.at(-1)!;
    if (last !== '' && last.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return rows;
}
