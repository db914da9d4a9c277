import { writeFile } from 'node:fs/promises';
import { compileContent } from '@breathing-room/core/content/compile-content';
import { fallbackTable } from './src/fallback-table.ts';
import { profileOf, readSettings } from './src/settings.ts';

/** Writes src/fallback-texts.json from content/; a test fails while the two differ. */
const root = new URL('../../', import.meta.url).pathname;
const { content, lexicon } = await compileContent({ root });
const table = fallbackTable({ content, lexicon, profile: profileOf(readSettings({})) });
await writeFile(new URL('src/fallback-texts.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`);
