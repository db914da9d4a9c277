import { foresee } from '@breathing-room/core/domain/foresee';
import { Instant, instantAt, epochSeconds } from '@breathing-room/core/domain/instant';
import { PhoneNumber } from '@breathing-room/core/domain/address';
import { hoursRuleOf } from '@breathing-room/core/domain/plan-note';
import { nextWindow } from '@breathing-room/core/domain/quiet-hours';
import { renderText } from '@breathing-room/core/domain/render';
import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { advanceTo, advanceToNext } from './advance-clock.ts';
import type { LocalService } from './local-service.ts';
import { mailApi } from './mail/mail-api.ts';
import { phoneAt, phoneList } from './phone-list.ts';
import { sendFromPhone } from './stand-in-twilio/send-from-phone.ts';

const TextBody = z.object({ body: z.string().max(1600), messageSid: z.string().optional() });
const ClockMove = z.union([
  z.object({ advance: z.string().refine(isDuration, 'must be an ISO 8601 duration such as P1DT2H') }),
  z.object({ to: z.union([z.literal('next'), Instant]) }),
]);
/** Notes shown of what is to come. */
const foreseenNotes = 12;

/** Drives the local service: phones, mailboxes, people, the clock. For the page, the stories and scripts; never deployed. */
export function localApi(local: LocalService): Hono {
  return new Hono()
    .get('/local/phones', (c) => c.json(phoneList(local)))
    .get('/local/phones/:number', (c) => c.json(phoneAt(c.req.param('number'))))
    .post('/local/phones/:number/messages', async (c) => c.json(await textFrom(local, c.req.param('number'), await c.req.json())))
    .get('/local/phones/:number/messages', (c) => c.json(messagesOf(local, PhoneNumber.parse(c.req.param('number')))))
    .get('/local/people/:number', async (c) => c.json(await personAt(local, PhoneNumber.parse(c.req.param('number')))))
    .get('/local/clock', async (c) => c.json({ now: local.clock.now(), next: await local.services.store.nextDue() }))
    .post('/local/clock', async (c) => c.json(await moveClock(local, await c.req.json())))
    .route('/', mailApi(local.mail))
    .onError((error, c) => {
      const refusal =
        error instanceof z.ZodError ? z.prettifyError(error) : error instanceof SyntaxError ? 'The body is not JSON.' : undefined;
      return refusal === undefined ? c.json({ error: error.message }, 500) : c.json({ error: refusal }, 400);
    });
}

async function textFrom(local: LocalService, number: string, json: unknown) {
  const { body, messageSid } = TextBody.parse(json);
  const text = { number: PhoneNumber.parse(number), body, ...(messageSid !== undefined && { messageSid }) };
  const sentAt = local.clock.now();
  const { answers, autoReply, refused, ...answer } = await sendFromPhone(local.standIn, text);
  const person = await local.services.store.find({ channel: 'sms', value: text.number });
  const why = local.traces.attach(person.id, answer.messageSid, sentAt)?.reasons ?? [];
  return { ...answer, answers, refused, why, now: local.clock.now(), ...(autoReply !== undefined && { autoReply }) };
}

/** Everything that passed between this phone and the service, oldest first. */
function messagesOf({ standIn }: LocalService, number: PhoneNumber) {
  return standIn.book
    .all()
    .filter(({ to, from }) => to === number || from === number)
    .map(({ sid, direction, body, status, errorCode, createdAt, isCarriers }) => ({
      id: sid,
      from: direction === 'inbound' ? 'phone' : isCarriers ? 'carrier' : 'service',
      isNote: direction === 'outbound-api',
      at: instantAt(createdAt / 1000),
      body,
      status,
      errorCode,
    }));
}

/**
 * The record, decrypted; what was decided about it and why; what is to come if they stay silent; and the
 * hours notes may go in, now or next.
 */
async function personAt({ services, traces, clock }: LocalService, number: PhoneNumber) {
  const record = await services.store.find({ channel: 'sms', value: number });
  const coming = foresee(record, services.guide, clock.now(), foreseenNotes).map(({ at, text, because }) => ({
    at,
    id: text.id,
    body: renderText(text, record, services.guide),
    because,
  }));
  const window = nextWindow(hoursRuleOf(record), clock.now());
  return { record, decisions: traces.of(record.id), coming, window, ledger: await services.store.ledgerOf(record.id) };
}

async function moveClock(local: LocalService, json: unknown) {
  const move = ClockMove.parse(json);
  const counts = 'to' in move && move.to === 'next' ? await advanceToNext(local) : await advanceTo(local, momentOf(move, local));
  return { now: local.clock.now(), next: await local.services.store.nextDue(), counts };
}

function momentOf(move: z.infer<typeof ClockMove>, { clock }: LocalService): Instant {
  if ('to' in move) return move.to;
  const from = Temporal.Instant.fromEpochMilliseconds(epochSeconds(clock.now()) * 1000).toZonedDateTimeISO('UTC');
  return instantAt(from.add(move.advance).epochMilliseconds / 1000);
}

function isDuration(text: string): boolean {
  try {
    return Temporal.Duration.from(text).sign >= 0;
  } catch {
    return false;
  }
}
