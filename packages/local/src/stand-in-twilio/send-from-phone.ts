import { newSid } from './message.ts';
import type { Message } from './message.ts';
import { readTwiml } from './read-twiml.ts';
import type { StandIn } from './stand-in.ts';
import { callWebhook } from './webhook.ts';
import type { WebhookAnswer } from './webhook.ts';

export interface PhoneAnswer {
  messageSid: string;
  /** Of the webhook; absent when nobody answered. */
  status?: number;
  twiml: string;
  /** What the service said, message by message; texts the carrier refused are not among them. */
  answers: string[];
  /** What Twilio said by itself. */
  autoReply?: string;
  /** Answers refused with 21610, because this number is opted out at the carrier. */
  refused: number;
}

export interface PhoneText {
  number: string;
  body: string;
  /** Sends an earlier message again under its id. */
  messageSid?: string;
  /** More form fields, as Twilio adds them from time to time. */
  fields?: Record<string, string>;
}

/** A person's text: through the carrier, to the webhook, and the answers back to the phone. */
export async function sendFromPhone(standIn: StandIn, text: PhoneText): Promise<PhoneAnswer> {
  const { carrier } = standIn;
  const messageSid = text.messageSid ?? newSid();
  if (standIn.book.get(messageSid) === undefined) record(standIn, { ...text, messageSid });
  const { optOutType, autoReply } = carrier.hear(text.number, text.body);
  if (autoReply !== undefined) answerWith(standIn, text.number, autoReply, { isCarriers: true });
  const told = standIn.account.optOutMode === 'advanced' && optOutType !== undefined ? { OptOutType: optOutType } : {};
  const answer = await callWithFallback(standIn, { ...inboundFields(standIn, text, messageSid), ...told, ...text.fields });
  const said = readTwiml(answer.body);
  const isRefused = carrier.isBlocked(text.number);
  for (const body of said) answerWith(standIn, text.number, body, isRefused ? { status: 'failed', errorCode: 21_610 } : {});
  return {
    messageSid,
    twiml: answer.body,
    answers: isRefused ? [] : said,
    refused: isRefused ? said.length : 0,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    ...(autoReply === undefined ? {} : { autoReply }),
  };
}

function record({ account, book }: StandIn, { number, body, messageSid }: PhoneText & { messageSid: string }): void {
  const now = account.now();
  book.add({
    sid: messageSid,
    direction: 'inbound',
    from: number,
    to: account.number,
    body,
    status: 'received',
    errorCode: null,
    createdAt: now,
    sentAt: now,
  });
}

function answerWith({ account, book }: StandIn, to: string, body: string, outcome: Partial<Message>): void {
  const now = account.now();
  book.add({
    sid: newSid(),
    direction: 'outbound-reply',
    from: account.number,
    to,
    body,
    status: 'delivered',
    errorCode: null,
    createdAt: now,
    sentAt: now,
    ...outcome,
  });
}

const inboundFields = ({ account }: StandIn, { number, body }: PhoneText, messageSid: string): Record<string, string> => ({
  ToCountry: 'US',
  ToState: '',
  ToCity: '',
  ToZip: '',
  FromCountry: '',
  FromState: '',
  FromCity: '',
  FromZip: '',
  SmsMessageSid: messageSid,
  SmsSid: messageSid,
  MessageSid: messageSid,
  SmsStatus: 'received',
  NumMedia: '0',
  NumSegments: '1',
  ApiVersion: '2010-04-01',
  AccountSid: account.accountSid,
  MessagingServiceSid: account.messagingServiceSid,
  From: number,
  To: account.number,
  Body: body,
});

/** Twilio takes only XML with a good status; anything else goes to the fallback address, if there is one. */
async function callWithFallback({ account }: StandIn, fields: Record<string, string>): Promise<WebhookAnswer> {
  const url = `${account.publicBaseUrl}/sms/inbound`;
  const answer = await callWebhook(url, fields, account);
  if (isTwiml(answer)) return answer;
  if (account.fallbackUrl === undefined) return { ...answer, body: '' };
  const fallback = await callWebhook(account.fallbackUrl, { ...fields, ErrorCode: '11200', ErrorUrl: url }, account);
  return isTwiml(fallback) ? fallback : { ...fallback, body: '' };
}

const isTwiml = ({ status, contentType }: WebhookAnswer): boolean =>
  status !== undefined && status < 300 && /^(text|application)\/xml\b/.test(contentType);
