import type { MessageInstance, MessageListInstance, MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js';
import { PhoneNumber } from '../domain/address.ts';
import { epochSeconds, instantAt } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { SendOutcome } from '../domain/send-outcome.ts';
import type { OutgoingText, TextProvider } from '../ports.ts';
import { eachMessage, messageResource } from './message-resource.ts';
import { failedOutcome } from './send-outcome.ts';
import { TwilioError } from './twilio-error.ts';
import type { TwilioSettings } from './twilio-settings.ts';

export interface TwilioTextsOptions {
  settings: TwilioSettings;
  /** How long one exchange may take, answer included. */
  timeoutMs?: number;
}

/** Texts by Twilio's Messages resource. */
export function twilioTexts({ settings, timeoutMs = 10_000 }: TwilioTextsOptions): TextProvider {
  const { apiBaseUrl, accountSid, authTokens } = settings;
  const resource = messageResource({ apiBaseUrl, accountSid, authToken: authTokens[0], timeoutMs });
  return {
    send: (text) => send(resource, createOptions(text, settings)),
    listSent: (to, since) => asking('looking up a message', () => listSent(resource, to, since)),
    listInbound: (since) => asking('listing inbound messages', () => listInbound(resource, since, settings)),
    deleteMessagesOf: (number) => asking('deleting messages', () => deleteMessagesOf(resource, number)),
  };
}

/** Twilio takes 1 to 36,000 seconds; we never let a text wait longer than four hours (S6). */
const longestValidity = 14_400;

function createOptions(text: OutgoingText, settings: TwilioSettings): MessageListInstanceCreateOptions {
  return {
    to: text.to,
    body: text.body,
    messagingServiceSid: settings.messagingServiceSid,
    statusCallback: `${settings.publicBaseUrl}/sms/status?m=${encodeURIComponent(text.messageId)}`,
    validityPeriod: Math.min(longestValidity, Math.max(1, Math.floor(text.validitySeconds))),
  };
}

async function send(resource: MessageListInstance, options: MessageListInstanceCreateOptions): Promise<SendOutcome> {
  try {
    const { sid } = await resource.create(options);
    return typeof sid === 'string' && sid !== '' ? { kind: 'sent', providerId: sid } : { kind: 'unknown' };
  } catch (error) {
    return failedOutcome(error);
  }
}

/** Twilio's clock and ours may differ; a message may look this much older than its claim. */
const clockToleranceSeconds = 60;

/**
 * No date filter: Twilio's goes by day and by `date_sent`, which a queued message lacks. Twilio lists
 * the newest first, so a whole page older than the claim ends the search.
 */
async function listSent(resource: MessageListInstance, to: string, since: Instant) {
  const oldest = epochSeconds(since) - clockToleranceSeconds;
  const found: { providerId: string; status: string; body: string }[] = [];
  let older = 0;
  for await (const message of eachMessage(resource, { to, pageSize: pageSize.lookUp })) {
    older = createdAt(message) < oldest ? older + 1 : 0;
    if (older >= pageSize.lookUp) break;
    if (older === 0 && isPosted(message)) found.push({ providerId: message.sid, status: message.status, body: message.body });
  }
  return found;
}

const pageSize = { lookUp: 50, all: 1000 };

/** Direct answers are `outbound-reply`; only what we POST is `outbound-api`. */
const isPosted = (message: MessageInstance): boolean => message.direction === 'outbound-api';

/** Seconds since 1970; an unreadable date counts as just created, so that it is looked at. */
function createdAt({ dateCreated }: MessageInstance): number {
  const at = dateCreated instanceof Date ? dateCreated.getTime() / 1000 : Number.NaN;
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

async function listInbound(resource: MessageListInstance, since: Instant, { messagingServiceSid }: TwilioSettings) {
  const from = epochSeconds(since);
  const inbound: { providerId: string; from: string; body: string; at: Instant }[] = [];
  // Inbound messages always have a sent date; the filter goes by whole days, so look again below.
  const filter = { dateSentAfter: new Date(from * 1000), pageSize: pageSize.all };
  for await (const message of eachMessage(resource, filter)) {
    const at = createdAt(message);
    if (message.direction !== 'inbound' || !Number.isFinite(at) || at < from) continue;
    if ((message.messagingServiceSid ?? messagingServiceSid) !== messagingServiceSid) continue;
    if (!PhoneNumber.safeParse(message.from).success) continue;
    inbound.push({ providerId: message.sid, from: message.from, body: message.body, at: instantAt(at) });
  }
  return inbound.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function deleteMessagesOf(resource: MessageListInstance, number: string): Promise<number> {
  const sids = new Set<string>();
  for (const filter of [{ to: number }, { from: number }])
    for await (const { sid } of eachMessage(resource, { ...filter, pageSize: pageSize.all })) sids.add(sid);
  const failures: unknown[] = [];
  for (const sid of sids)
    await resource(sid)
      .remove()
      .catch((error: unknown) => failures.push(error));
  const left = failures.filter((error) => !isGone(error));
  if (left.length > 0) throw left[0];
  return sids.size;
}

const isGone = (error: unknown): boolean => (error as { status?: unknown }).status === 404;

/** Lets nothing of Twilio's own message out (S9). */
async function asking<T>(tried: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { code, status } = error as { code?: unknown; status?: unknown };
    const known = [code, status].find((value) => (typeof value === 'number' && value > 0) || (typeof value === 'string' && value !== ''));
    throw new TwilioError(tried, (known as number | string | undefined) ?? 'unreadable answer');
  }
}
