import type { Lexicon } from '@breathing-room/core/domain/lexicon';
import { understand } from '@breathing-room/core/domain/understand';

/** The text asks for no answer, read without knowing anything of the person; never throws. */
export const isQuiet = (body: string, lexicon: Lexicon): boolean => {
  try {
    return understand(body, { checkInOpen: false, gateOpen: false, isOptedOut: false }, lexicon).kind === 'quiet';
  } catch {
    // Reading may be what broke; then the signpost is the better guess.
    return false;
  }
};
