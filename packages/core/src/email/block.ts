/** A run of words in one style; a link shows its own address. */
export interface Span {
  kind: 'plain' | 'emphasis' | 'strong' | 'link';
  text: string;
}

/** A piece of a mail's body. `page` is a paragraph that is nothing but one of our links: shown as a button. */
export type Block =
  | { kind: 'paragraph'; lines: Span[][] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'page'; url: string };

/**
 * Reads the little Markdown that mails are written in: paragraphs, lists, `*emphasis*`, `**strong**`.
 * Addresses of pages under `ourPages` become links; nothing else ever does (E10).
 */
export function readBlocks(markdown: string, ourPages: string): Block[] {
  return markdown
    .split(/\n{2,}/)
    .map((piece) => piece.trim())
    .flatMap((piece) => splitOffPage(piece, ourPages))
    .map((piece) => readBlock(piece.split('\n'), ourPages));
}

/** A page named at the end of a paragraph gets a line of its own. */
function splitOffPage(piece: string, ourPages: string): string[] {
  const at = piece.search(/\S+$/);
  if (at <= 0 || !piece.startsWith(`${ourPages}/`, at)) return piece === '' ? [] : [piece];
  return [piece.slice(0, at).trimEnd(), piece.slice(at)];
}

function readBlock(lines: string[], ourPages: string): Block {
  const only = lines.length === 1 ? lines[0]! : '';
  if (only.startsWith(`${ourPages}/`) && !/\s/.test(only)) return { kind: 'page', url: only };
  const spans = (line: string): Span[] => readSpans(line, ourPages);
  if (lines.every((line) => bullet.test(line)))
    return { kind: 'list', ordered: /^\d/.test(lines[0]!), items: lines.map((line) => spans(line.replace(bullet, ''))) };
  return { kind: 'paragraph', lines: lines.map(spans) };
}

const bullet = /^(?:[-*+]|\d{1,2}[.)])\s+/;

function readSpans(line: string, ourPages: string): Span[] {
  return line
    .split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\b_[^_\s][^_]*_\b|https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .filter((part) => part !== '')
    .map((part) => readSpan(part, ourPages));
}

function readSpan(part: string, ourPages: string): Span {
  if (part.startsWith(`${ourPages}/`)) return { kind: 'link', text: part };
  if (/^\*\*.+\*\*$/.test(part)) return { kind: 'strong', text: part.slice(2, -2) };
  if (/^(?:\*.+\*|_.+_)$/.test(part)) return { kind: 'emphasis', text: part.slice(1, -1) };
  return { kind: 'plain', text: part };
}

export const spanText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
