import { signature } from '@breathing-room/local/stand-in-twilio/webhook';
import { operatorSecrets, operatorSettings } from '../../infra/offline/run-sst.ts';

export interface FirstEvent {
  /** In a few words, for the table. */
  asked: string;
  make: () => object;
  /** Has no dependency and no words, so whoever writes it without looking writes the same. */
  isBare?: true;
}

/** Where the stand-in of the mail bucket keeps its one mail. */
export const storedMail = { bucket: 'mails', key: 'in/first' } as const;

let asked = 0;
/** Each asks as somebody new: an address has so many answers a day. */
const fresh = (digits: number): string => String((asked += 1)).padStart(digits, '0');

/** What each function is first asked in real life. */
const firstEvents: Record<string, FirstEvent> = {
  Web: { asked: 'a text, signed', make: () => textEvent(fresh(4)) },
  Fallback: { asked: 'a text the webhook failed on', make: () => ({ body: 'From=%2B12125550123&Body=SPACE' }), isBare: true },
  Tick: { asked: '64 shards, nobody due', make: () => ({}) },
  Wake: { asked: 'a shard in which nobody is left', make: () => ({ Records: [{ messageId: 'm1', body: '{"shard":0}' }] }) },
  Replay: { asked: 'the hour, nothing missed', make: () => ({}) },
  InboundMail: {
    asked: 'a mail, answered',
    make: () => ({ Records: [{ s3: { bucket: { name: storedMail.bucket }, object: { key: `${storedMail.key}-${fresh(4)}` } } }] }),
  },
  MailEvents: { asked: 'a delivery', make: () => ({ Records: [{ Sns: { Message: JSON.stringify(delivered) } }] }) },
};

/** @throws for a function nobody thought of here. */
export function firstEventOf(id: string): FirstEvent {
  const event = firstEvents[id];
  if (event === undefined)
    throw new Error(`The plan has a function ${id}, and tools/bench/coldstart-events.ts no first event for it: add one.`);
  return event;
}

const delivered = {
  eventType: 'Delivery',
  mail: { destination: ['jo@example.net'], tags: {} },
  delivery: { recipients: ['jo@example.net'] },
};

function textEvent(digits: string): object {
  const fields = {
    AccountSid: operatorSettings.TWILIO_ACCOUNT_SID!,
    MessagingServiceSid: operatorSettings.TWILIO_MESSAGING_SERVICE_SID!,
    MessageSid: `SM${digits.padStart(32, '0')}`,
    From: `+1212555${digits}`,
    To: '+15005550006',
    Body: 'SPACE',
  };
  const url = `https://${operatorSettings.DOMAIN}/sms/inbound`;
  const headers = {
    host: 'api',
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': signature(operatorSecrets.TwilioAuthToken!, url, fields),
  };
  return {
    version: '2.0',
    rawPath: '/sms/inbound',
    rawQueryString: '',
    headers,
    requestContext: { domainName: 'api', http: { method: 'POST', path: '/sms/inbound' } },
    body: Buffer.from(new URLSearchParams(fields).toString()).toString('base64'),
    isBase64Encoded: true,
  };
}
