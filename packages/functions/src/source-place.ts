import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | undefined>();

/**
 * A line of a stack, by the source it was built from. Maps are read once something broke: with
 * `--enable-source-maps` Node would read every one of them at each start, before the first answer.
 */
export function sourcePlace(line: string): string {
  const [, file = '', row, column] = /((?:file:\/\/)?\/[^\s()]+\.mjs):(\d+):(\d+)\)?$/.exec(line) ?? [];
  const entry = mapOf(file)?.findEntry(Number(row) - 1, Number(column) - 1);
  if (entry === undefined || !('originalSource' in entry)) return line;
  return `at ${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

function mapOf(file: string): SourceMap | undefined {
  if (file !== '' && !maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    return new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined; // The place in the built code is better than none.
  }
}
