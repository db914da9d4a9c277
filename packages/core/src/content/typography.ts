/**
 * Typing habits of word processors, mapped to what GSM-7 can carry. Each maps to one character, so that
 * an offset in the mapped text is an offset in the source; only the ellipsis grows, at the very end.
 */
const plain: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '\u00B4': "'",
  '`': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u2033': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u00A0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u2022': '-',
  '\u00D7': 'x',
};
const curly = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Curly quotes, dashes and odd spaces as plain characters, same length. */
export const plainTypography = (text: string): string => text.replace(curly, (found) => plain[found] ?? found);

/** The text as it is sent: one paragraph, single spaces, no ellipsis character. */
export const oneParagraph = (mapped: string): string => mapped.replaceAll('\u2026', '...').replace(/\s+/g, ' ').trim();
