import type { Handler } from 'hono';
import type { InboundText, TextAnswer } from '@breathing-room/core/domain/inbound-text';
import { providerAnswered } from '@breathing-room/core/twilio/provider-answered';
import { readInbound } from '@breathing-room/core/twilio/read-inbound';
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
  /** "Don't reply, he's here": asked only when the action failed to say so itself. */
  asksForSilence: (body: string) => boolean;
  log: Log;
  deadlineMs: number;
}

/** A text arrived and was verified. */
export const smsInbound =
  (options: SmsInboundOptions): Handler<TwilioEnv> =>
  async (c) => {
    const reading = readInbound(c.get('fields'), options.twilio);
    switch (reading.kind) {
      case 'not_ours':
        return c.text('Forbidden', 403);
      case 'nobody':
        return c.body(twiml(undefined), 200, xml);
      case 'text':
        return c.body(await answerText(reading.text, options), 200, xml);
    }
  };

const xml = { 'content-type': 'text/xml; charset=utf-8' };

/** The TwiML for one text. Whatever breaks in here, the person gets the signpost and the operator an alarm (W14). */
export async function answerText(text: InboundText, options: SmsInboundOptions): Promise<string> {
  const isAnswered = providerAnswered(text, options.twilio.optOutMode);
  try {
    const { body } = await withDeadline(options.receive(text), options.deadlineMs);
    return twiml(isAnswered ? undefined : body);
  } catch (error) {
    options.log({ level: 'error', event: 'sms_inbound_failed', alarm: true, fault: describeFault(error) });
    // Even a signpost could harm somebody who asked for no answer at all (X13 beats X3).
    return isAnswered || options.asksForSilence(text.body) ? twiml(undefined) : fallbackTwiml(text.from);
  }
}
