import { Agent, request } from 'node:http';
import { signature } from '@breathing-room/local/stand-in-twilio/webhook';
import type { Settings } from '@breathing-room/functions/settings';
import type { Text } from './conversation.ts';

/** A webhook as Twilio would call it, signed before the clock starts. */
interface SignedPost {
  signature: string;
  body: string;
}

export interface Answer {
  status: number;
  contentType: string;
  body: string;
  ms: number;
}

const path = '/sms/inbound';

/** All texts as signed requests; signing is the provider's work and is not measured. */
export function signedPosts(texts: readonly Text[], settings: Settings): SignedPost[] {
  return texts.map(({ number, body, messageSid }) => {
    const fields = {
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
      AccountSid: settings.TWILIO_ACCOUNT_SID,
      MessagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID,
      From: number,
      To: '+15005550006',
      Body: body,
    };
    const url = `${settings.PUBLIC_BASE_URL}${path}`;
    return { signature: signature(settings.TWILIO_AUTH_TOKEN, url, fields), body: new URLSearchParams(fields).toString() };
  });
}

/** So many clients, each with a connection of its own, send the next text as soon as theirs is answered. */
export async function sendAll(posts: readonly SignedPost[], port: number, clients: number): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const answers = Array.from<Answer>({ length: posts.length });
  let next = 0;
  const client = async (): Promise<void> => {
    for (let index = next++; index < posts.length; index = next++) answers[index] = await send(posts[index]!, port, agent);
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return answers;
}

const send = (post: SignedPost, port: number, agent: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'content-length': Buffer.byteLength(post.body),
      'user-agent': 'TwilioProxy/1.1',
      'x-twilio-signature': post.signature,
    };
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body,
          ms: performance.now() - began,
        }),
      );
    });
    call.once('error', reject).end(post.body);
  });
