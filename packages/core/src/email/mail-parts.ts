import type { Block } from './block.ts';
import type { MailWords } from './mail-words.ts';

/** All that a mail says, before it is text or a page. */
export interface MailParts {
  language: string;
  subject: string;
  preheader: string;
  words: MailWords;
  service: string;
  postalAddress: string;
  /** `Note 4`, unless the person chose PRIVATE. */
  numbering?: string;
  /** A note greets and signs; an answer comes to the point. */
  isNote: boolean;
  blocks: Block[];
  /** Addresses of the answers 1 to 5, when the note asks. */
  choices?: readonly string[];
  unsubscribeUrl: string;
}
