import type { Handler } from 'hono';
import type { InboundText, TextAnswer } from '@breathing-room/core/domain/inbound-text';
import { providerAnswered } from '@breathing-room/core/twilio/provider-answered';
import { readInbound } from '@breathing-room/core/twilio/read-inbound';
import { fieldOf } from '@breathing-room/core/twilio/signature';
import { twiml } from '@breathing-room/core/twilio/twiml';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { fallbackTwiml } from '../fallback-twiml.ts';
import { describeFault } from '../log-line.ts';
import type { Log } from '../log-line.ts';
import { withDeadline } from './deadline.ts';
import type { TwilioEnv } from './twilio-request.ts';

export interface SmsInboundOptions {
  twilio: TwilioSettings;
  receive: (inbound: InboundText) => Promise<TextAnswer>;
  log: Log;
  deadlineMs: number;
}

/**
 * A text arrived and was verified. Whatever breaks behind this point, the person gets the signpost
 * and the operator an alarm (W14).
 */
export const smsInbound = (options: SmsInboundOptions): Handler<TwilioEnv> => async (c) => {
  const fields = c.get('fields');
  const asXml = (xml: string) => c.body(xml, 200, { 'content-type': 'text/xml; charset=utf-8' });
  try {
    const reading = readInbound(fields, options.twilio);
    if (reading.kind === 'not_ours') return c.text('Forbidden', 403);
    return asXml(reading.kind === 'nobody' ? twiml(undefined) : await answer(reading.text, options));
  } catch (error) {
    options.log({ level: 'error', event: 'sms_inbound_failed', alarm: true, fault: describeFault(error) });
    return asXml(fallbackTwiml(fieldOf(fields, 'From')));
  }
};

async function answer(text: InboundText, { receive, deadlineMs, twilio }: SmsInboundOptions): Promise<string> {
  const { body } = await withDeadline(receive(text), deadlineMs);
  return twiml(providerAnswered(text, twilio.optOutMode) ? undefined : body);
}
