import * as z from 'zod';

/** What the sending service tells us about a mail it took from us (E7). */
export const MailEvent = z.object({
  kind: z.enum(['delivery', 'bounce', 'complaint', 'reject']),
  /** The mailbox it was for, lower case. */
  to: z.string().min(3).max(254),
  /** Ours, from the message's tag. */
  messageId: z.string().optional(),
  /** A bounce that will not mend: no such mailbox. */
  isPermanent: z.boolean().optional(),
});
export type MailEvent = z.infer<typeof MailEvent>;
