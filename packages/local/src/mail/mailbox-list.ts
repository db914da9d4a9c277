import type { LocalMail } from './local-mail.ts';

/** A mailbox somebody may play. */
export interface Mailbox {
  address: string;
  mails: number;
}

/** Two people, and the two mailboxes at which mails go wrong. */
const samples = ['jo@example.net', 'sam@example.net', 'bounce@example.net', 'complaint@example.net'];

/** The sample mailboxes, then every other that has written or got mail. */
export function mailboxesOf({ book }: LocalMail): Mailbox[] {
  const counts = new Map(samples.map((address): [string, number] => [address, 0]));
  for (const { mailbox } of book.all()) counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  return [...counts].map(([address, mails]) => ({ address, mails }));
}
