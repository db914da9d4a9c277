import { Instant } from '@breathing-room/core/domain/instant';
import * as z from 'zod';

/** One mail that passed between a mailbox of this machine and the service. */
export const BookedMail = z.object({
  id: z.string(),
  at: Instant,
  /** `service`: a mail of ours; `mailbox`: one a person wrote. */
  from: z.enum(['service', 'mailbox']),
  /** The person's mailbox, lower case. */
  mailbox: z.string(),
  /** Which of our mailboxes took part. */
  ours: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()),
  /** What the service was told became of it. */
  events: z.array(z.string()),
});
export type BookedMail = z.infer<typeof BookedMail>;

/** Every mail of this machine, oldest first; kept over a restart. */
export function mailBook(kept: readonly BookedMail[] = []) {
  const mails: BookedMail[] = [...kept];
  return {
    add: (mail: BookedMail): void => void mails.push(mail),
    all: (): readonly BookedMail[] => mails,
    of: (mailbox: string): BookedMail[] => mails.filter((mail) => mail.mailbox === mailbox.toLowerCase()),
    find: (id: string): BookedMail | undefined => mails.find((mail) => mail.id === id),
    dump: (): BookedMail[] => mails,
  };
}
export type MailBook = ReturnType<typeof mailBook>;
