import * as z from 'zod';
import { Channel } from './address.ts';
import { Instant } from './instant.ts';
import { Language } from './region.ts';

/** One append-only line of proof: who consented to what, by which words, or took it back (O12). */
export const LedgerEntry = z.object({
  id: z.string(),
  kind: z.enum(['given', 'withdrawn', 'lifted']),
  at: Instant,
  channel: Channel,
  programme: z.string().optional(),
  method: z.enum([
    'go_word',
    'opt_out_word',
    'plain_words',
    'carrier',
    'no_answer',
    'provider_code',
    'start_word',
    'forget_me',
    'page',
    'one_click',
    'mail',
    'complaint',
    'bounce',
    'operator',
    'linked',
  ]),
  /** The wording shown: text id, content version and a hash of what the person saw. */
  wording: z.object({ id: z.string(), version: z.string(), hash: z.string() }).optional(),
  language: Language,
  /** The provider's message id, or the IP address for a page. */
  source: z.string().optional(),
  /** How long this line is kept, years after the last event. */
  retentionYears: z.number().int(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
