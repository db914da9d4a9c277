import type { BookedMail } from './mail-book.ts';

export const mailPrograms = ['gmail', 'outlook', 'apple'] as const;
export type MailProgram = (typeof mailPrograms)[number];

/** A person's words above our mail, quoted as their mail program quotes it. */
export function quoteAs(program: MailProgram, words: string, mail: BookedMail, service: string): string {
  const when = new Date(mail.at);
  const day = when.toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
  const time = when.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const marked = mail.text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  switch (program) {
    case 'gmail':
      return `${words}\n\nOn ${day} at ${time} ${service} <${mail.ours}>\nwrote:\n\n${marked}\n`;
    case 'outlook':
      return `${words}\n\n________________________________\nFrom: ${service} <${mail.ours}>\nSent: ${day} ${time}\nTo: ${mail.mailbox}\nSubject: ${mail.subject}\n\n${mail.text}\n`;
    case 'apple':
      return `${words}\n\nSent from my iPhone\n\n> On ${day}, at ${time}, ${service} <${mail.ours}> wrote:\n>\n${marked.replaceAll(/^>/gm, '>>')}\n`;
  }
}
