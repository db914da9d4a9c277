import type { Content, Profile } from './content.ts';
import type { Lexicon } from './lexicon.ts';

/** What every decider is handed besides the person and the moment. */
export interface Guide {
  content: Content;
  lexicon: Lexicon;
  profile: Profile;
}
