import contentJson from '../../generated/content.json' with { type: 'json' };
import lexiconJson from '../../generated/lexicon.json' with { type: 'json' };
import weightsJson from '../../generated/weights.json' with { type: 'json' };
import type { Content } from '../domain/content.ts';
import type { Lexicon } from '../domain/lexicon.ts';
import type { ReadingModel } from '../domain/understanding/reading-model.ts';

/**
 * The compiled content. Bundled, so a function reads no file; written and checked by our own compiler
 * (`npm run content`), so nothing is parsed again on a cold start.
 */
export const loadContent = (): { content: Content; lexicon: Lexicon } => ({
  content: contentJson as unknown as Content,
  lexicon: { ...(lexiconJson as unknown as Lexicon), reading: weightsJson as unknown as ReadingModel },
});
