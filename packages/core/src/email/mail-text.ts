import { type Block, spanText } from './block.ts';
import type { MailParts } from './mail-parts.ts';

/** The text part: the same words as the page, in the same order. */
export function mailText(parts: MailParts): string {
  const { words, service, isNote, numbering, choices = [] } = parts;
  return [
    ...(numbering === undefined ? [] : [numbering]),
    ...(isNote ? [words.hello] : []),
    ...parts.blocks.map(blockText),
    ...(choices.length === 0 ? [] : [words.ask, choices.map((url, index) => `${index + 1}, ${words.scale[index]}: ${url}`).join('\n')]),
    ...(isNote ? [`${words.signOff}\n${service}`] : []),
    footerText(parts),
  ].join('\n\n');
}

/** Where what we wrote ends and what we always write begins; nothing of a person's own follows it in a reply. */
const footerText = ({ words, unsubscribeUrl, postalAddress }: MailParts): string =>
  `${words.automated}\n${words.words}\n${words.pause} ${unsubscribeUrl}\n${postalAddress}\n`;

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(spanText).join('\n');
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${spanText(item)}`).join('\n');
    case 'page':
      return block.url;
  }
}
