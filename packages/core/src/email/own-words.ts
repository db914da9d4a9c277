import EmailReplyParser from 'email-reply-parser';
import { beginsQuote, type OurName } from './quote-header.ts';

/** The parser below takes seconds for 100 KB; nobody types this much to us (E11). */
const mostCharacters = 8_000;

/**
 * What a person typed in a mail, without what they answered, forwarded or sign with (E11). First the header above
 * a quote is found by our own name and address, which stand in it in every language; then the parser's rules.
 */
export function ownWords(text: string, ours: OurName): string {
  const own = withoutQuotes(tidied(text.slice(0, mostCharacters)).split('\n'), ours)
    .join('\n')
    .trim();
  return own === '' ? '' : new EmailReplyParser().parseReply(own).trim().replace(protonSignature, '');
}

/** One kind of line end and of space; a thousand empty lines would keep the parser busy for seconds. */
const tidied = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u200B\uFEFF\u00AD]/g, '')
    .replaceAll(/[\u00A0\t]/g, ' ')
    .replaceAll(/\n[ ]*\n[ \n]*\n/g, '\n\n');

/** The one signature of a mail program the parser does not know. */
const protonSignature = /\s*^Sent (?:with|from) \[?Proton ?Mail\b[^\n]{0,80}$/m;

/** Under a header, marked lines are quoted and what follows them is an answer again; without marks all is quoted. */
function withoutQuotes(lines: readonly string[], ours: OurName): string[] {
  const at = lines.findIndex((_, index) => beginsQuote(lines, index, ours));
  if (at === -1) return lines.filter((line) => !isMarked(line));
  const before = lines.slice(0, startOfHeader(lines, at, ours));
  const quoted = lines.slice(at + 1);
  const marked = quoted.findIndex((line) => line.trim() !== '' && !isHeaderRest(line));
  const after = marked !== -1 && isMarked(quoted[marked]!) ? withoutQuotes(quoted.slice(marked), ours) : [];
  return [...before, ...after].filter((line) => !isMarked(line));
}

const isMarked = (line: string): boolean => /^\s{0,3}[>|│]/.test(line);
/** A header that was wrapped goes on with an address or ends with a colon. */
const isHeaderRest = (line: string): boolean => /^\s*<\S+@\S+>|[:：]\s*$/.test(line);

/** The first line of a wrapped header, with the rule or the empty lines above it. */
function startOfHeader(lines: readonly string[], at: number, { service }: OurName): number {
  let start = at;
  const belongs = (line: string): boolean =>
    line.length < 140 && (datedLine.test(line) || line.includes(service)) && !/[.!?]\s*$/.test(line);
  while (start > at - 2 && start > 0 && belongs(lines[start - 1]!)) start--;
  while (start > 0 && /^[\s_=*-]*$/.test(lines[start - 1]!)) start--;
  return start;
}

const datedLine = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\d{4}年/;
