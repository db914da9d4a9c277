import * as z from 'zod';
import { Instant } from './instant.ts';
import { TextRef } from './text-ref.ts';

/** Closed codes of what happened; never words a person wrote. */
export const FactKind = z.enum([
  'text_answered',
  'text_ignored',
  'crisis_answered',
  'note_claimed',
  'note_sent',
  'note_rejected',
  'note_unknown',
  'note_delivered',
  'note_failed',
  'note_skipped',
  'note_shifted',
  'check_in_answered',
  'check_in_missed',
  'offer_made',
  'offer_lapsed',
  'offer_cancelled',
  'programme_joined',
  'programme_ended',
  'notes_held',
  'notes_resumed',
  'pace_changed',
  'setting_changed',
  'flag_set',
  'flag_cleared',
  'consent_withdrawn',
  'suppression_lifted',
  'address_invalid',
]);
export type FactKind = z.infer<typeof FactKind>;

export const Fact = z.object({
  kind: FactKind,
  at: Instant,
  /** Eight characters of the inbound message id; leaves the record after 24 h (P6). */
  inboundId: z.string().length(8).optional(),
  /** What was answered; leaves the record after 24 h (P6). */
  reply: z.array(TextRef).optional(),
  /** A note id, a pace, a hold reason: a closed word, never free text. */
  about: z.string().max(24).optional(),
});
export type Fact = z.infer<typeof Fact>;
