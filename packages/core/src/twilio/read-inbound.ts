import { InboundText } from '../domain/inbound-text.ts';
import { fieldOf } from './signature.ts';
import type { FormFields } from './signature.ts';
import type { TwilioSettings } from './twilio-settings.ts';

export type InboundReading =
  | { kind: 'text'; text: InboundText }
  /** Signed by Twilio, but for another account or sender (W7). */
  | { kind: 'not_ours' }
  /** From a short code or a name, or without an id: nobody to answer. */
  | { kind: 'nobody' };

/** Reads a verified inbound form; unknown fields are Twilio's business (W10). */
export function readInbound(fields: FormFields, settings: TwilioSettings): InboundReading {
  if (!isOurs(fields, settings)) return { kind: 'not_ours' };
  const text = InboundText.safeParse({
    messageId: fieldOf(fields, 'MessageSid') ?? fieldOf(fields, 'SmsSid'),
    from: fieldOf(fields, 'From'),
    body: fieldOf(fields, 'Body') ?? '',
    ...optOutType(fieldOf(fields, 'OptOutType')),
  });
  return text.success ? { kind: 'text', text: text.data } : { kind: 'nobody' };
}

/**
 * Our account, and our messaging service or one of our numbers. Without a service in the form and
 * without a list of numbers the account must do.
 */
function isOurs(fields: FormFields, { accountSid, messagingServiceSid, numbers }: TwilioSettings): boolean {
  if (fieldOf(fields, 'AccountSid') !== accountSid) return false;
  const service = fieldOf(fields, 'MessagingServiceSid') ?? '';
  if (service !== '') return service === messagingServiceSid;
  const to = fieldOf(fields, 'To') ?? '';
  return numbers.length === 0 ? to !== '' : numbers.includes(to);
}

function optOutType(value: string | undefined): { optOutType?: string } {
  const known = (value ?? '').toUpperCase();
  return ['STOP', 'START', 'HELP'].includes(known) ? { optOutType: known } : {};
}
