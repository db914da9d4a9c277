import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { newSid } from '@breathing-room/local/stand-in-twilio/message';
import type { Message } from '@breathing-room/local/stand-in-twilio/message';
import { serveHere, standInApp } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { createStandIn } from '@breathing-room/local/stand-in-twilio/stand-in';
import type { StandIn, StandInOptions } from '@breathing-room/local/stand-in-twilio/stand-in';

export interface Account {
  standIn: StandIn;
  url: string;
  /** Bodies of the POSTs that arrived, oldest first. */
  posted: string[];
  addMessage: (message: Partial<Message>) => void;
  close: () => Promise<void>;
}

export const accountNames = {
  accountSid: `AC${'a'.repeat(32)}`,
  authToken: 'a token for tests',
  messagingServiceSid: `MG${'b'.repeat(32)}`,
};

/** A stand-in Twilio on a free port, with a publicBaseUrl where nobody listens unless given. */
export async function standInAccount(options: Partial<StandInOptions> = {}): Promise<Account> {
  const standIn = createStandIn({
    ...accountNames,
    publicBaseUrl: 'http://127.0.0.1:9',
    optOutMode: 'none',
    callbackDelayMs: 0,
    ...options,
  });
  const app = standInApp(standIn);
  const posted: string[] = [];
  const served = await serveHere(async (request, env) => {
    if (request.method === 'POST') posted.push(await request.clone().text());
    return app.fetch(request, env);
  });
  const addMessage = (message: Partial<Message>): void => {
    const createdAt = message.createdAt ?? 0;
    standIn.book.add({
      sid: newSid(),
      direction: 'outbound-api',
      from: standIn.account.number,
      to: '',
      body: '',
      status: 'delivered',
      errorCode: null,
      createdAt,
      sentAt: createdAt,
      ...message,
    });
  };
  const close = async (): Promise<void> => {
    await standIn.deliveries.settled();
    await served.close();
  };
  return { standIn, url: served.url, posted, addMessage, close };
}

export const twilioOf = ({ standIn, url }: Account): TwilioSettings => ({
  accountSid: accountNames.accountSid,
  authTokens: [accountNames.authToken],
  messagingServiceSid: accountNames.messagingServiceSid,
  numbers: [],
  apiBaseUrl: url,
  publicBaseUrl: standIn.account.publicBaseUrl,
  optOutMode: standIn.account.optOutMode,
});

/** An address on this machine where nobody listens. */
export async function deadAddress(): Promise<string> {
  const { url, close } = await serveHere(() => new Response());
  await close();
  return url;
}
