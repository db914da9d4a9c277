import { messageIdTag } from '@breathing-room/core/email/message-id-tag';

/** What became of a mail to this mailbox: `bounce@` and `complaint@` of any domain do what they say. */
export function eventsFor(mailbox: string): readonly ('Delivery' | 'Bounce' | 'Complaint')[] {
  const name = mailbox.slice(0, mailbox.indexOf('@')).split('+')[0];
  if (name === 'bounce') return ['Bounce'];
  return name === 'complaint' ? ['Delivery', 'Complaint'] : ['Delivery'];
}

/** The event as SES publishes it to a topic, JSON inside JSON. */
export function publishedEvent(eventType: string, mailbox: string, messageId: string): { Records: { Sns: { Message: string } }[] } {
  const who = [{ emailAddress: mailbox }];
  const event = {
    eventType,
    mail: { destination: [mailbox], tags: { [messageIdTag]: [messageId] } },
    ...(eventType === 'Bounce' && { bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: who } }),
    ...(eventType === 'Complaint' && { complaint: { complainedRecipients: who } }),
    ...(eventType === 'Delivery' && { delivery: { recipients: [mailbox] } }),
  };
  return { Records: [{ Sns: { Message: JSON.stringify(event) } }] };
}
