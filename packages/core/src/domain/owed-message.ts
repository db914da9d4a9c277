import * as z from 'zod';
import { Instant } from './instant.ts';
import { TextRef } from './text-ref.ts';

/**
 * The one message a person may be owed.
 * `waiting`: to be sent at `notBefore` (back-off or one retry). `sending`: claimed; a POST may be under way.
 * `unknown`: the POST's fate is not known. `sent`: accepted by the provider, not yet terminal.
 */
export const OwedMessage = z.object({
  state: z.enum(['waiting', 'sending', 'unknown', 'sent']),
  /** Ours; travels in the status-callback URL. */
  messageId: z.string().min(8).max(16),
  text: TextRef,
  claimId: z.string().min(8).max(16),
  claimedAt: Instant,
  /** Start of the earliest claim whose POST may have reached the provider; look-ups begin here. */
  since: Instant,
  /** First 12 hex digits of SHA-256 over the rendered body. */
  bodyHash: z.string().length(12),
  /** POSTs begun so far. */
  tries: z.number().int().min(0).max(9),
  /** The programme has already moved on past this note (a retry after a failed delivery). */
  counted: z.boolean(),
  /** When a look-up first found nothing. */
  absentAt: Instant.optional(),
  notBefore: Instant.optional(),
  /** The provider's id, once known. */
  providerId: z.string().optional(),
});
export type OwedMessage = z.infer<typeof OwedMessage>;
