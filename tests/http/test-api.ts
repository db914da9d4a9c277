import { createApi } from '@breathing-room/functions/api';
import type { ApiOptions } from '@breathing-room/functions/api';
import type { LogLine } from '@breathing-room/functions/log-line';
import type { DeliveryReport } from '@breathing-room/core/domain/delivery-report';
import type { InboundText } from '@breathing-room/core/domain/inbound-text';
import type { Services } from '@breathing-room/core/services';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { testLexicon } from '../support/test-lexicon.ts';
import { signature } from '@breathing-room/local/stand-in-twilio/webhook';

export const ours: TwilioSettings = {
  accountSid: `AC${'a'.repeat(32)}`,
  authTokens: ['a token for tests', 'the previous token'],
  messagingServiceSid: `MG${'b'.repeat(32)}`,
  numbers: [],
  apiBaseUrl: 'https://api.twilio.com',
  publicBaseUrl: 'https://line.example',
  optOutMode: 'none',
};

/** The real app on an action that repeats what it was told; `heard` and `reported` keep what reached it. */
export function testApi(options: Partial<ApiOptions> & { twilio?: TwilioSettings } = {}) {
  const heard: InboundText[] = [];
  const reported: DeliveryReport[] = [];
  const logged: LogLine[] = [];
  const app = createApi({
    services: { guide: { lexicon: testLexicon } } as unknown as Services,
    twilio: ours,
    receiveText: async (_, inbound) => {
      heard.push(inbound);
      return { body: inbound.body === '' ? undefined : `You said ${inbound.body}` };
    },
    recordDelivery: async (_, report) => void reported.push(report),
    log: (line) => logged.push(line),
    ...options,
  });
  return { app, heard, reported, logged };
}

export const inboundForm = (fields: Record<string, string> = {}): Record<string, string> => ({
  AccountSid: ours.accountSid,
  MessagingServiceSid: ours.messagingServiceSid,
  MessageSid: `SM${'1'.repeat(32)}`,
  From: '+12125550123',
  To: '+15005550006',
  Body: 'SPACE',
  ...fields,
});

export const statusForm = (fields: Record<string, string> = {}): Record<string, string> => ({
  AccountSid: ours.accountSid,
  MessageSid: `SM${'2'.repeat(32)}`,
  MessageStatus: 'delivered',
  To: '+12125550123',
  From: '+15005550006',
  ...fields,
});

/** A request as Twilio makes it, signed for the public address of `path` with the current token. */
export function signedPost(path: string, fields: Record<string, string>, token = ours.authTokens[0]): RequestInit & { body: string } {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature(token, `${ours.publicBaseUrl}${path}`, fields),
    },
    body: new URLSearchParams(fields).toString(),
  };
}
