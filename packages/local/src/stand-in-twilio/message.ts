import { randomBytes } from 'node:crypto';
import * as z from 'zod';

/** One message in the stand-in's books; times in milliseconds since 1970. */
export const Message = z.object({
  sid: z.string(),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  status: z.enum(['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'received']),
  errorCode: z.number().nullable(),
  createdAt: z.number(),
  /** Set once it left the queue; Twilio's date filter looks at nothing else. */
  sentAt: z.number().nullable(),
  statusCallback: z.string().optional(),
  validitySeconds: z.number().optional(),
  /** Written by the carrier or by Twilio itself, not by our service. */
  isCarriers: z.literal(true).optional(),
});
export type Message = z.infer<typeof Message>;

/** SM and 32 hex digits; random, so that a restarted stand-in never repeats one. */
export const newSid = (): string => `SM${randomBytes(16).toString('hex')}`;

/** The message as Twilio's API writes it. `from` is still unknown in the answer to a POST by messaging service. */
export function asResource(message: Message, account: { accountSid: string; messagingServiceSid: string }, isFresh = false) {
  const uri = `/2010-04-01/Accounts/${account.accountSid}/Messages/${message.sid}`;
  return {
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.sentAt ?? message.createdAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: isFresh ? null : message.from,
    messaging_service_sid: account.messagingServiceSid,
    num_media: '0',
    num_segments: isFresh ? '0' : '1',
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** `Thu, 24 Aug 2023 05:01:45 +0000`: whole seconds, always UTC. */
const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
