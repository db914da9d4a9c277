import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '@breathing-room/core/domain/content';
import type { Lexicon } from '@breathing-room/core/domain/lexicon';
import type { ReadingModel } from '@breathing-room/core/domain/understanding/reading-model';

/** Where the generator writes; deployed, the three files lie beside the code. */
const generated = new URL('../../core/generated', import.meta.url).pathname;

/**
 * Words and weights as data: parsed in a tenth of the time the same would take as code at each cold
 * start. Written and checked by our own compiler, so not checked again.
 */
export async function readContent(folder = generated): Promise<{ content: Content; lexicon: Lexicon }> {
  const [content, lexicon, reading] = await Promise.all(
    ['content', 'lexicon', 'weights'].map((name) => readFile(join(folder, `${name}.json`), 'utf8')),
  );
  return {
    content: JSON.parse(content!) as Content,
    lexicon: { ...(JSON.parse(lexicon!) as Lexicon), reading: JSON.parse(reading!) as ReadingModel },
  };
}
