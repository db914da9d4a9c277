import type { MailProvider, TextProvider } from '@breathing-room/core/ports';

/** Twilio's own answer of a trial account to an unverified number; it ends that note and nothing else. */
const notAllowed = 21_608;

/** Texts these numbers and refuses all others, so that no test stage ever texts a stranger. */
export const onlyTo = (texts: TextProvider, numbers: readonly string[]): TextProvider => ({
  listSent: (to, since) => texts.listSent(to, since),
  listInbound: (since) => texts.listInbound(since),
  deleteMessagesOf: (number) => texts.deleteMessagesOf(number),
  send: async (text) => (numbers.includes(text.to) ? texts.send(text) : { kind: 'rejected', code: notAllowed }),
});

/** The same for mails; mailboxes in lower case, as they are kept. */
export const onlyMailTo = (mails: MailProvider, mailboxes: readonly string[]): MailProvider => ({
  send: async (mail) => (mailboxes.includes(mail.to) ? mails.send(mail) : { kind: 'rejected', code: notAllowed }),
});
