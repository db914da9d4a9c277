import { convert } from 'html-to-text';

/** Where mail programs put what they quote. Outlook's head of a quote stays: its lines show where the quote begins. */
const quotes = [
  'blockquote',
  '.gmail_quote',
  '.gmail_attr',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.moz-cite-prefix',
  '#mail-editor-reference-message-container',
  '.tutanota_quote',
];
const skipped = [...quotes, 'img', 'style', 'script', 'head', 'title'].map((selector) => ({ selector, format: 'skip' }));

/** A style sheet may stand before the words; this much of a page is looked at. */
const mostCharacters = 100_000;

/** The words of a mail that has only a page; quotes in it are left out. */
export const htmlWords = (html: string): string =>
  convert(html.slice(0, mostCharacters), {
    wordwrap: false,
    selectors: [...skipped, { selector: 'a', options: { ignoreHref: true } }],
    limits: { maxDepth: 40, maxChildNodes: 2000, ellipsis: '' },
  });
