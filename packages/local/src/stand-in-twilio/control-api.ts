import { Hono } from 'hono';
import * as z from 'zod';
import { Fault } from './faults.ts';
import { sendFromPhone } from './send-from-phone.ts';
import type { StandIn } from './stand-in.ts';

const PhoneBody = z.object({ body: z.string(), messageSid: z.string().optional(), fields: z.record(z.string(), z.string()).optional() });
const ClockBody = z.object({ now: z.iso.datetime({ offset: true }).optional() });

/** The levers of the stand-in, under `/stand-in`: phones, faults, the clock and its memory. */
export function controlApi(standIn: StandIn): Hono {
  return new Hono()
    .post('/stand-in/phones/:number/messages', async (c) => {
      const { body, messageSid, fields } = PhoneBody.parse(await c.req.json());
      const more = { ...(messageSid === undefined ? {} : { messageSid }), ...(fields === undefined ? {} : { fields }) };
      return c.json(await sendFromPhone(standIn, { number: c.req.param('number'), body, ...more }));
    })
    .post('/stand-in/faults', async (c) => {
      standIn.faults.add(Fault.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .delete('/stand-in/faults', (c) => {
      standIn.faults.clear();
      return c.body(null, 204);
    })
    .post('/stand-in/clock', async (c) => {
      const { now } = ClockBody.parse(await c.req.json());
      standIn.clock.set(now === undefined ? undefined : Date.parse(now));
      return c.body(null, 204);
    })
    .post('/stand-in/settled', async (c) => {
      await standIn.deliveries.settled();
      return c.body(null, 204);
    })
    .get('/stand-in/state', (c) => c.json(standIn.dump()))
    .put('/stand-in/state', async (c) => {
      standIn.restore(await c.req.json());
      return c.body(null, 204);
    })
    .onError((error, c) => c.json({ error: error instanceof z.ZodError ? z.prettifyError(error) : error.message }, 400));
}
