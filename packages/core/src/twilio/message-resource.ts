import Domain from 'twilio/lib/base/Domain.js';
import Version from 'twilio/lib/base/Version.js';
import { MessageListInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { MessageInstance, MessageListInstancePageOptions, MessagePage } from 'twilio/lib/rest/api/v2010/account/message.js';
import { twilioTransport } from './transport.ts';
import type { TransportOptions } from './transport.ts';

/** Twilio's own Messages resource, typed by Twilio (S11), without the other 3.5 MB of its package. */
export function messageResource(options: TransportOptions): MessageListInstance {
  const client = twilioTransport(options);
  const domain = new (unwrap(Domain))(client as never, options.apiBaseUrl);
  const version = new (unwrap(Version))(domain, '2010-04-01');
  return MessageListInstance(version as never, options.accountSid);
}

/** Every message that matches, in Twilio's order (newest first), page by page, at most `limit`. */
export async function* eachMessage(
  resource: MessageListInstance,
  filter: MessageListInstancePageOptions,
  limit = 20_000,
): AsyncGenerator<MessageInstance> {
  let page: MessagePage | undefined = await resource.page(filter);
  for (let seen = 0; page !== undefined && seen < limit; page = (await page.nextPage()) as MessagePage | undefined) {
    seen += page.instances.length;
    yield* page.instances;
  }
}

/** Node, bundlers and test runners disagree about the default export of these CommonJS files. */
const unwrap = <T>(module: T): T => (module as { default?: T }).default ?? module;
