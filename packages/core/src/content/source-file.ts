import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One file of content/, with its path from the project's root (forward slashes). */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every Markdown and YAML file under content/, in a fixed order; files and folders starting with a dot are left out. */
export async function readSources(root: string): Promise<SourceFile[]> {
  const entries = await readdir(join(root, 'content'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /^[^.].*\.(md|yaml)$/.test(entry.name) && entry.name !== 'README.md')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readSource(join(root, path)) })));
}

/** Line ends as one character, so that offsets are the same everywhere. */
const readSource = async (path: string): Promise<string> => (await readFile(path, 'utf8')).replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');

/** Files of one folder pattern, such as `topics/*.md`. */
export const sourcesIn = (sources: readonly SourceFile[], pattern: RegExp): SourceFile[] =>
  sources.filter(({ path }) => pattern.test(path));
