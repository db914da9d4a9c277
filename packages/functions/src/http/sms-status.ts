import type { Handler } from 'hono';
import type { DeliveryReport } from '@breathing-room/core/domain/delivery-report';
import { readReport } from '@breathing-room/core/twilio/read-report';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { describeFault } from '../log-line.ts';
import type { Log } from '../log-line.ts';
import { withDeadline } from './deadline.ts';
import type { TwilioEnv } from './twilio-request.ts';

export interface SmsStatusOptions {
  twilio: TwilioSettings;
  record: (report: DeliveryReport) => Promise<void>;
  log: Log;
  deadlineMs: number;
}

/**
 * What became of a text we sent. Always 204 once verified: Twilio does not repeat a callback, so an
 * error would only add noise to its console; the look-up of stale claims is the safety net (W13).
 */
export const smsStatus =
  (options: SmsStatusOptions): Handler<TwilioEnv> =>
  async (c) => {
    const reading = readReport(c.get('fields'), c.req.query('m'), options.twilio);
    if (reading.kind === 'not_ours') return c.text('Forbidden', 403);
    if (reading.kind === 'report') await recordOrAlarm(reading.report, options);
    return c.body(null, 204);
  };

async function recordOrAlarm(report: DeliveryReport, { record, log, deadlineMs }: SmsStatusOptions): Promise<void> {
  try {
    await withDeadline(record(report), deadlineMs);
  } catch (error) {
    log({ level: 'error', event: 'sms_status_failed', alarm: true, fault: describeFault(error) });
  }
}
