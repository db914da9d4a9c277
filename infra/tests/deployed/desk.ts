import { Hono } from 'hono';
import { epochSeconds, instantAt } from '@breathing-room/core/domain/instant';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import { serveHere } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { sendFromPhone } from '@breathing-room/local/stand-in-twilio/send-from-phone';
import { Temporal } from 'temporal-polyfill';
import type { DeployedService } from './deployed-service.ts';

/** What stories are told to: phones, records and the clock, with the built functions behind them. */
export const serveDesk = (deployed: DeployedService) => {
  const { local, advanceTo } = deployed;
  const { standIn, services, clock } = local;
  const app = new Hono()
    .post('/local/phones/:number/messages', async (c) => c.json(await sendFromPhone(standIn, { ...((await c.req.json()) as { body: string }), number: c.req.param('number') })))
    .get('/local/people/:number', async (c) => c.json({ record: await services.store.find({ channel: 'sms', value: c.req.param('number') as PhoneNumber }) }))
    .post('/local/clock', async (c) => {
      const { advance } = (await c.req.json()) as { advance?: string };
      const next = await services.store.nextDue();
      const from = Temporal.Instant.fromEpochMilliseconds(epochSeconds(clock.now()) * 1000).toZonedDateTimeISO('UTC');
      const to = advance === undefined ? next : instantAt(from.add(advance).epochMilliseconds / 1000);
      if (to !== undefined) await advanceTo(to > clock.now() ? to : instantAt(epochSeconds(clock.now()) + 60));
      return c.json({ now: clock.now() });
    });
  return serveHere(app.fetch as never);
};
