import { Hono } from 'hono/tiny';
import { recordDelivery } from '@breathing-room/core/actions/record-delivery';
import { receiveText } from '@breathing-room/core/actions/receive-text';
import type { DeliveryReport } from '@breathing-room/core/domain/delivery-report';
import type { InboundText } from '@breathing-room/core/domain/inbound-text';
import type { Services } from '@breathing-room/core/services';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { health } from './http/health.ts';
import { isQuiet } from './http/is-quiet.ts';
import { smsInbound } from './http/sms-inbound.ts';
import { smsStatus } from './http/sms-status.ts';
import { twilioRequest } from './http/twilio-request.ts';
import { describeFault, logToConsole } from './log-line.ts';
import type { Log } from './log-line.ts';
import { pagePath } from './pages/page-path.ts';

export interface ApiOptions {
  services: Services;
  twilio: TwilioSettings;
  /** Other actions than the real ones; for tests of what is around them. */
  receiveText?: typeof receiveText;
  recordDelivery?: typeof recordDelivery;
  log?: Log;
  /** For one webhook; Twilio itself waits 15 s (W14). */
  deadlineMs?: number;
}

/** Everything that is asked of us over HTTP: Twilio's webhooks, the public pages and the health page. */
export function createApi(options: ApiOptions): Hono {
  const { services, twilio, log = logToConsole, deadlineMs = 8_000 } = options;
  const actions = { receiveText, recordDelivery, ...options };
  const receive = (inbound: InboundText) => actions.receiveText(services, inbound);
  const record = (report: DeliveryReport) => actions.recordDelivery(services, report);
  const asksForSilence = (body: string) => isQuiet(body, services.guide.lexicon);
  // Loaded at the first visit: a text, which is what most cold starts are about, needs no page.
  let publicPages: Hono | undefined;
  const pages = async (): Promise<Hono> =>
    (publicPages ??= (await import('./pages/public-pages.tsx')).publicPages({
      services,
      publicBaseUrl: twilio.publicBaseUrl,
      number: twilio.numbers[0],
    }));
  return new Hono()
    .get('/health', health)
    .all('/sms/inbound', ...twilioRequest(twilio), smsInbound({ twilio, receive, asksForSilence, log, deadlineMs }))
    .all('/sms/status', ...twilioRequest(twilio), smsStatus({ twilio, record, log, deadlineMs }))
    .all('/', async (c) => (await pages()).fetch(c.req.raw, c.env))
    .all(pagePath, async (c) => (await pages()).fetch(c.req.raw, c.env))
    .onError((error, c) => {
      log({ level: 'error', event: 'request_failed', alarm: true, fault: describeFault(error) });
      return c.text('Something broke on our side', 500);
    });
}
