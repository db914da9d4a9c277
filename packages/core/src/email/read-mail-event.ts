import * as z from 'zod';
import { MailEvent } from '../domain/mail-event.ts';
import { messageIdTag } from './message-id-tag.ts';

const recipients = z.array(z.object({ emailAddress: z.string() })).default([]);

/** What SES publishes of a mail, as far as we act on it. @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ destination: z.array(z.string()).default([]), tags: z.record(z.string(), z.array(z.string())).default({}) }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complaintFeedbackType: z.string().optional(), complainedRecipients: recipients }).optional(),
  delivery: z.object({ recipients: z.array(z.string()).default([]) }).optional(),
});
type SesEvent = z.infer<typeof SesEvent>;

/** One event for each mailbox it concerns; none for opens, delays and whatever else SES tells. */
export function readMailEvents(json: unknown): MailEvent[] {
  const read = SesEvent.safeParse(json);
  if (!read.success) return [];
  const messageId = read.data.mail.tags[messageIdTag]?.[0];
  return eventsOf(read.data).flatMap((event) => {
    const mailbox = { ...event, to: mailboxIn(event.to), ...(messageId !== undefined && { messageId }) };
    return MailEvent.safeParse(mailbox).data ?? [];
  });
}

function eventsOf({ eventType, mail, bounce, complaint, delivery }: SesEvent): Omit<MailEvent, 'messageId'>[] {
  switch (eventType.toLowerCase()) {
    case 'bounce': {
      const isPermanent = bounce?.bounceType === 'Permanent';
      return (bounce?.bouncedRecipients ?? []).map(({ emailAddress: to }) => ({ kind: 'bounce', to, isPermanent }));
    }
    case 'complaint':
      // Somebody moved it out of the spam folder: the opposite of a complaint.
      if (complaint?.complaintFeedbackType === 'not-spam') return [];
      return (complaint?.complainedRecipients ?? []).map(({ emailAddress: to }) => ({ kind: 'complaint', to }));
    case 'delivery':
      return (delivery?.recipients ?? []).map((to) => ({ kind: 'delivery', to }));
    case 'reject':
      return mail.destination.map((to) => ({ kind: 'reject', to }));
    default:
      return [];
  }
}

/** `Jo <Jo@example.net>` and `jo@example.net` are one mailbox. */
const mailboxIn = (written: string): string => (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase();
