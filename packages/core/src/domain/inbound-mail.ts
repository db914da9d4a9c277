import * as z from 'zod';

/** A mail that just arrived: parsed, and cut down to what the sender wrote themselves (E11). */
export const InboundMail = z.object({
  /** The receiving service's id; the same id is taken in once (W9). */
  messageId: z.string().min(1),
  /** The sender's mailbox, lower case. */
  from: z.string().min(3).max(254),
  /** Which of our mailboxes it was written to, lower case; `join@…` asks for a programme. */
  to: z.string().min(3).max(254),
  subject: z.string(),
  /** Without quotes, signature and anything forwarded. */
  ownWords: z.string(),
  /** `aligned`: DMARC passed, or DKIM or SPF passed for the domain in From (RFC 7489, 3.1). Else anyone may have written it. */
  verdict: z.enum(['aligned', 'unproven']),
  /** Sent by a machine: a list, a vacation notice, a bounce (RFC 3834). Never answered (E6). */
  isAutomatic: z.boolean(),
});
export type InboundMail = z.infer<typeof InboundMail>;
