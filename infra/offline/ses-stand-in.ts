import { randomUUID } from 'node:crypto';
import { messageIdTag } from '@breathing-room/core/email/message-id-tag';
import type { BookedMail } from '@breathing-room/local/mail/mail-book';
import { type SendEmail, sesEndpoint } from '@breathing-room/local/mail/ses-endpoint';
import { type Served, serveHere } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { Hono } from 'hono';
import type { Asked } from './iam.ts';
import { account } from './made-up.ts';

export interface SentMail extends BookedMail {
  /** Ours, from the tag that comes back in events. */
  messageId: string;
}

export interface SesStandIn {
  /** What a function is told as SES_ENDPOINT, so that its mails are known from another's. */
  endpointOf: (id: string) => string;
  /** Functions that asked to send. */
  askedBy: Set<string>;
  mails: SentMail[];
  close: () => Promise<void>;
}

export interface SesStandInOptions {
  region: string;
  /** Whether this function's own policy allows it; what is refused never leaves. */
  may: (id: string, asked: Asked) => boolean;
  sent: (mail: SentMail) => void;
}

/** SES as it takes mails: the policy is asked for the identity, for the configuration set, and for who gets it. */
export async function sesStandIn({ region, may, sent }: SesStandInOptions): Promise<SesStandIn> {
  const askedBy = new Set<string>();
  const mails: SentMail[] = [];
  const take = (mail: SendEmail): BookedMail => {
    const booked = bookedOf(mail);
    mails.push(booked);
    sent(booked);
    return booked;
  };
  const app = new Hono()
    .use('/:id/*', async (c, next) => {
      const id = c.req.param('id');
      askedBy.add(id);
      const isRefused = needs((await c.req.json()) as SendEmail, region).some((asked) => !may(id, asked));
      return isRefused ? c.json({ message: 'not authorized' }, 403, { 'x-amzn-errortype': 'AccessDeniedException' }) : next();
    })
    .route('/:id', sesEndpoint({ take }));
  const served: Served = await serveHere(app.fetch);
  return { endpointOf: (id) => `${served.url}/${id}`, askedBy, mails, close: served.close };
}

const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;

function needs({ FromEmailAddress, Destination, ConfigurationSetName: set }: SendEmail, region: string): Asked[] {
  const from = addressIn(FromEmailAddress);
  const context = { 'ses:FromAddress': [from], 'ses:Recipients': Destination.ToAddresses };
  const resources = [`identity/${from.slice(from.indexOf('@') + 1)}`, ...(set === undefined ? [] : [`configuration-set/${set}`])];
  return resources.map((resource) => ({ action: 'ses:SendEmail', resource: `arn:aws:ses:${region}:${account}:${resource}`, context }));
}

const bookedOf = ({ FromEmailAddress, Destination, EmailTags = [], ConfigurationSetName = '', Content: { Simple } }: SendEmail): SentMail => ({
  id: randomUUID(),
  at: new Date().toISOString().replace(/\.\d+/, ''),
  from: 'service',
  mailbox: Destination.ToAddresses[0]!.toLowerCase(),
  ours: addressIn(FromEmailAddress),
  subject: Simple.Subject.Data,
  text: Simple.Body.Text.Data,
  html: Simple.Body.Html.Data,
  headers: { ...Object.fromEntries((Simple.Headers ?? []).map(({ Name, Value }) => [Name, Value])), 'X-SES-CONFIGURATION-SET': ConfigurationSetName },
  events: [],
  messageId: EmailTags.find(({ Name }) => Name === messageIdTag)?.Value ?? '',
});
