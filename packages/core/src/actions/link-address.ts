import { askedForLink, endOf, withLinkAsked } from '../domain/linked-addresses.ts';
import type { Mailbox } from '../domain/sign-up-request.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { textRef } from '../domain/text-ref.ts';
import type { Services } from '../services.ts';
import { confirmLink } from './confirm-link.ts';
import { mayConfirmToday } from './may-confirm-today.ts';
import { saveChange } from './save-change.ts';
import { sendMail } from './send-mail.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail' | 'meter' | 'trace'>;

/**
 * A phone texted `EMAIL <address>`. Where the mailbox asked for this phone first, both are linked now; else the
 * mailbox gets a link to agree by, at most twice a day and never once it is opted out (O9). The phone is told the
 * same either way, so nobody learns whether a mailbox is known here.
 */
export async function linkAddress(services: Needs, phone: Subscriber, email: Mailbox): Promise<void> {
  const { store, clock } = services;
  const address = { channel: 'email', value: email } as const;
  const mailbox = await store.find(address);
  if (mailbox.consent === 'withdrawn' || mailbox.linkedId === phone.id) return;
  if (askedForLink(mailbox, phone.id, clock.now())) {
    await confirmLink(services, mailbox);
    return;
  }
  if (await mayConfirmToday(services, mailbox.id)) await askMailbox(services, phone, () => store.find(address));
}

async function askMailbox(services: Needs, phone: Subscriber, find: () => Promise<Subscriber>): Promise<void> {
  const now = services.clock.now();
  const asked = await saveChange(services, find, (person) => ({ subscriber: withLinkAsked(person, phone.id, 'there', now) }));
  if (asked !== undefined) await sendMail(services, asked, [textRef('mail.link-ask', { digits: endOf(phone) })], asked.linkAsked?.at);
}
