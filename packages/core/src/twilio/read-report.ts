import { DeliveryReport } from '../domain/delivery-report.ts';
import { fieldOf } from './signature.ts';
import type { FormFields } from './signature.ts';
import type { TwilioSettings } from './twilio-settings.ts';

export type ReportReading =
  | { kind: 'report'; report: DeliveryReport }
  | { kind: 'not_ours' }
  /** A status or a receiver we do not know; nothing to do (W13). */
  | { kind: 'nothing' };

/** Reads a verified status callback; `messageId` is what we put into its address. */
export function readReport(fields: FormFields, messageId: string | undefined, settings: TwilioSettings): ReportReading {
  if (fieldOf(fields, 'AccountSid') !== settings.accountSid) return { kind: 'not_ours' };
  const errorCode = Number(fieldOf(fields, 'ErrorCode') ?? '');
  const report = DeliveryReport.safeParse({
    ...(messageId === undefined || messageId === '' ? {} : { messageId }),
    providerId: fieldOf(fields, 'MessageSid') ?? fieldOf(fields, 'SmsSid'),
    to: fieldOf(fields, 'To'),
    status: fieldOf(fields, 'MessageStatus') ?? fieldOf(fields, 'SmsStatus'),
    ...(Number.isInteger(errorCode) && errorCode > 0 ? { errorCode } : {}),
  });
  return report.success ? { kind: 'report', report: report.data } : { kind: 'nothing' };
}
