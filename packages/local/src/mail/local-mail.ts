import { randomBytes } from 'node:crypto';
import type { Clock } from '@breathing-room/core/ports';
import { type OurMail, readMail } from '@breathing-room/core/email/read-mail';
import { messageIdTag } from '@breathing-room/core/email/message-id-tag';
import type { Services } from '@breathing-room/core/services';
import { takeInMails } from '@breathing-room/functions/jobs/inbound-mail';
import { recordPublished } from '@breathing-room/functions/jobs/mail-events';
import type { BookedMail, MailBook } from './mail-book.ts';
import { eventsFor, publishedEvent } from './ses-events.ts';
import type { SendEmail } from './ses-endpoint.ts';

export interface LocalMailOptions {
  book: MailBook;
  services: Services;
  clock: Clock;
  ours: OurMail;
  /** Real milliseconds before an event. */
  eventDelayMs: number;
}

/** The post of this machine: what SES, its bucket and its events do when deployed, around the deployed jobs. */
export function localMail(options: LocalMailOptions) {
  const { book } = options;
  const running = new Set<Promise<void>>();
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  const take = (mail: SendEmail): BookedMail => {
    const booked = bookedOf(mail, options);
    book.add(booked);
    const telling = tell(booked, mail, options).finally(() => running.delete(telling));
    running.add(telling);
    return booked;
  };
  return { book, ours: options.ours, take, settled, receive: (raw: Uint8Array) => receive(raw, options) };
}
export type LocalMail = ReturnType<typeof localMail>;

const newId = (): string => randomBytes(12).toString('hex');

function bookedOf({ FromEmailAddress: from, Destination, Content: { Simple } }: SendEmail, { clock }: LocalMailOptions): BookedMail {
  return {
    id: newId(),
    at: clock.now(),
    from: 'service',
    mailbox: Destination.ToAddresses[0]!.toLowerCase(),
    ours: /<([^<>]+)>/.exec(from)?.[1] ?? from,
    subject: Simple.Subject.Data,
    text: Simple.Body.Text.Data,
    html: Simple.Body.Html.Data,
    headers: Object.fromEntries((Simple.Headers ?? []).map(({ Name, Value }) => [Name, Value])),
    events: [],
  };
}

async function tell(booked: BookedMail, { EmailTags: tags = [] }: SendEmail, { services, eventDelayMs }: LocalMailOptions): Promise<void> {
  const messageId = tags.find(({ Name }) => Name === messageIdTag)?.Value ?? '';
  for (const event of eventsFor(booked.mailbox)) {
    await new Promise((wake) => setTimeout(wake, eventDelayMs));
    booked.events.push(event);
    await recordPublished(publishedEvent(event, booked.mailbox, messageId), services);
  }
}

/** Stores a raw mail and wakes the job, as the bucket would; what the job read is booked, what it refused is not. */
async function receive(raw: Uint8Array, { book, services, ours, clock }: LocalMailOptions): Promise<BookedMail | undefined> {
  const id = newId();
  const mail = await readMail({ raw, ours, messageId: id });
  if (mail === undefined) return undefined;
  const booked: BookedMail = {
    id,
    at: clock.now(),
    from: 'mailbox',
    mailbox: mail.from,
    ours: mail.to,
    subject: mail.subject,
    text: mail.ownWords,
    headers: { verdict: mail.verdict, automatic: String(mail.isAutomatic) },
    events: [],
  };
  book.add(booked);
  const stored = new Map([[id, raw]]);
  const bucket = {
    read: (_: string, key: string) => Promise.resolve(stored.get(key)),
    remove: (_: string, key: string) => Promise.resolve(void stored.delete(key)),
  };
  await takeInMails({ Records: [{ s3: { bucket: { name: 'mail' }, object: { key: id } } }] }, { services, ours, bucket });
  return booked;
}
