import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Content } from '../domain/content.ts';
import type { Compiled } from './compile-content.ts';

/** Where the compiled content lies; not kept in git. */
export const generatedFolder = 'packages/core/generated';

/**
 * Writes content.json and lexicon.json. Checked by the schema here, so that nobody has to check at run time.
 * @throws when a whole part is missing (no help lines, say), so that no half content is ever read.
 */
export async function writeCompiled({ root, compiled }: { root: string; compiled: Pick<Compiled, 'content' | 'lexicon'> }): Promise<void> {
  const folder = join(root, generatedFolder);
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, 'content.json'), Content.parse(compiled.content));
  await replaceFile(join(folder, 'lexicon.json'), compiled.lexicon);
}

/** Readers never see half a file. */
async function replaceFile(path: string, value: unknown): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  await writeFile(fresh, JSON.stringify(value));
  await rename(fresh, path);
}
