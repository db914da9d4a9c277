import { sourcePlace } from './source-place.ts';

/** One line of the log: closed words and counts only, never a person's words or address (S9). */
export interface LogLine {
  level: 'info' | 'warn' | 'error';
  event: string;
  /** Somebody is to be woken; the alarm's filter looks for this. */
  alarm?: true;
  fault?: string[];
  [count: string]: string | string[] | number | true | undefined;
}

export type Log = (line: LogLine) => void;

/**
 * One line of JSON for the log service. Not by the console: under Lambda's JSON log format that puts the
 * line, as text, into a message, where neither a metric nor an alarm's filter finds it.
 */
export const printLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

export const logToConsole: Log = (line) => printLine(line);

/**
 * Where it broke, without what was said: names and code places of an error and its causes. Messages
 * are left out, since those of other libraries may repeat what they were given.
 */
export function describeFault(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return ['not an error'];
  const here = [nameOf(error), ...placesOf(error).slice(0, 3).map(sourcePlace)];
  return depth < 2 && error.cause !== undefined ? [...here, ...describeFault(error.cause, depth + 1)] : here;
}

/** A stack begins with the message, which may look like a place; what follows it is ours. */
function placesOf({ message, stack = '' }: Error): string[] {
  const end = stack.indexOf(message);
  if (end < 0) return [];
  return stack
    .slice(end + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}

/** Error names and codes are identifiers; anything longer or stranger is not repeated. */
const nameOf = (error: Error): string => [error.name, (error as { code?: unknown }).code].filter(isIdentifier).join(' ') || 'Error';

const isIdentifier = (word: unknown): boolean => typeof word === 'string' && /^[A-Za-z]\w{0,40}$/.test(word);
