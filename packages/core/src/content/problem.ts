import type { SourceFile } from './source-file.ts';

/** `error` fails the check; `note` is told and does not. */
export type Level = 'error' | 'note';

/** One finding: where, which rule, and how an author mends it (C9). */
export interface Problem {
  level: Level;
  /** Path from the project's root. */
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  mend: string;
  /** The source line and how many characters of it are meant. */
  excerpt: string;
  width: number;
}

export interface Finding {
  rule: string;
  message: string;
  mend: string;
  width?: number;
  level?: Level;
}

/** A finding at a character offset of its file. */
export function problemAt(source: SourceFile, offset: number, finding: Finding): Problem {
  const before = source.text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const excerpt = source.text.split('\n')[line - 1] ?? '';
  const room = Math.max(1, excerpt.length - column + 1);
  return {
    level: finding.level ?? 'error',
    file: source.path,
    line,
    column,
    rule: finding.rule,
    message: finding.message,
    mend: finding.mend,
    excerpt,
    width: Math.min(finding.width ?? 1, room),
  };
}

const window = 100;

/** `file:line:col`, the rule, the line with a caret, the mend: one block for the terminal. */
export function showProblem(problem: Problem): string {
  const { file, line, column, level, rule, message, mend, excerpt, width } = problem;
  const from = column > window - 20 ? column - 40 : 0;
  const shown = excerpt.slice(from, from + window);
  const caret = ' '.repeat(column - 1 - from) + '^'.repeat(Math.max(1, Math.min(width, from + window - column + 1)));
  return [`${file}:${line}:${column} ${level} ${rule}: ${message}`, `    ${shown}`, `    ${caret}`, `    mend: ${mend}`].join('\n');
}

export const isError = ({ level }: Problem): boolean => level === 'error';

/** File order, then line, then column. */
export const inReadingOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }) || a.line - b.line || a.column - b.column);
