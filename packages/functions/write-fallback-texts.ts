import { writeFile } from 'node:fs/promises';
import { loadContent } from '@breathing-room/core/content/load-content';
import { fallbackTable } from './src/fallback-table.ts';
import { profileOf, readSettings } from './src/settings.ts';

/** Writes src/fallback-texts.json from the compiled content; a test fails while the two differ. */
const table = fallbackTable({ ...loadContent(), profile: profileOf(readSettings({})) });
await writeFile(new URL('src/fallback-texts.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`);
