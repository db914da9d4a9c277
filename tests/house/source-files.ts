import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the repository, its path from the root with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

const notOurs = /(^|\/)(node_modules|generated|dist|coverage)\//;

/** Paths of all files and folders under the given folders, without what is installed or generated. */
export const pathsUnder = (folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path).replaceAll('\\', '/')))
    .filter((path) => !notOurs.test(path));

/** The files under the given folders whose paths match. */
export const filesUnder = (folders: readonly string[], name: RegExp): SourceFile[] =>
  pathsUnder(folders)
    .filter((path) => name.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const code = /\.(ts|tsx|mjs)$/;

/** Every file of code: packages, tests and tools. */
export const codeFiles = (): SourceFile[] => filesUnder(['packages', 'tests', 'tools'], code);

/** The same code with its comments blanked out, so that a rule may be named in one. */
export const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
