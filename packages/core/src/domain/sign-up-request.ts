import * as z from 'zod';
import { isZone } from './local-time.ts';
import { Language, Region } from './region.ts';

/** A mailbox as we keep it: trimmed, lower case, one @, no spaces or line breaks. */
export const Mailbox = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>(),;:"\\[\]]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
export type Mailbox = z.infer<typeof Mailbox>;

/** Four to eight digits for a later full export (P1). */
export const Pin = z.string().regex(/^\d{4,8}$/);

/** What the sign-up form or a mail to `join@` asks for. Nothing of it counts before the link is confirmed (E4). */
export const SignUpRequest = z.object({
  email: Mailbox,
  /** Our id of the programme. */
  programme: z.string().min(1).max(24),
  /** IANA name; without one no note could be planned, so it is needed. */
  zone: z.string().refine(isZone),
  /** Whose help lines; derived from the zone when absent. */
  region: Region.optional(),
  language: Language.default('en'),
  /** No programme name and no numbers in notes. */
  isPrivate: z.boolean().default(false),
  pin: Pin.optional(),
});
export type SignUpRequest = z.infer<typeof SignUpRequest>;
