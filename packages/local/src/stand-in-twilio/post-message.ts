import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { accept, refusalOf } from './accept-message.ts';
import type { Fault } from './faults.ts';
import { asResource } from './message.ts';
import type { Message } from './message.ts';
import { asError, wrong } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { StandIn } from './stand-in.ts';

type Call = Context<{ Bindings: HttpBindings }>;

/** Creates a message, or fails in the way that was asked for. */
export async function postMessage(c: Call, standIn: StandIn): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const fault = standIn.faults.take('post', form.get('To') ?? undefined);
  const before = fault === undefined ? undefined : await failBefore(c, fault);
  if (before !== undefined) return before;
  const refusal = refusalOf(form, standIn);
  if (refusal !== undefined) return refuse(c, refusal);
  const message = accept(form, standIn, fault);
  return fault === undefined ? created(c, message, standIn) : afterAccepting(c, fault, message, standIn);
}

/** Faults in which nothing is taken. */
async function failBefore(c: Call, { kind, code, delayMs }: Fault): Promise<Response | undefined> {
  switch (kind) {
    case 'throttled':
      return refuse(c, { httpStatus: 429, code: code ?? 20_429, message: 'Too Many Requests' });
    case 'throttled_plain':
      return c.text('Too Many Requests', 429);
    case 'server_error':
      return refuse(c, { httpStatus: 503, code: code ?? 20_503, message: 'Service is unavailable' });
    case 'reject':
      return refuse(c, wrong(code ?? 21_610, 'Refused by the stand-in'));
    case 'reset_before':
      return hangUp(c);
    case 'time_out_before':
      return hangUp(c, delayMs ?? 15_000);
    case 'server_error_plain':
    case 'reset':
    case 'time_out':
    case 'bad_json':
    case 'slow':
    case 'undelivered':
    case 'failed':
    case 'callback_late':
    case 'callback_twice':
    case 'callback_first':
    case 'callback_lost':
    case 'list_error':
      return undefined;
  }
}

/** Faults in which the message is on its way. */
async function afterAccepting(c: Call, fault: Fault, message: Message, standIn: StandIn): Promise<Response> {
  switch (fault.kind) {
    case 'server_error_plain':
      return c.text('Bad Gateway', 502);
    case 'reset':
      return hangUp(c);
    case 'time_out':
      return hangUp(c, fault.delayMs ?? 15_000);
    case 'bad_json':
      return c.body('{"sid": "SM', 201, { 'content-type': 'application/json' });
    case 'slow':
      await wait(fault.delayMs ?? 1_000);
      break;
    case 'callback_first':
      await deliverFirst(message, standIn);
      break;
    case 'undelivered':
    case 'failed':
    case 'callback_late':
    case 'callback_twice':
    case 'callback_lost':
    case 'list_error':
    case 'throttled':
    case 'throttled_plain':
    case 'server_error':
    case 'reject':
    case 'reset_before':
    case 'time_out_before':
      break;
  }
  return created(c, message, standIn);
}

async function deliverFirst(message: Message, { deliveries, account }: StandIn): Promise<void> {
  message.status = 'delivered';
  message.sentAt = account.now();
  await deliveries.report(message, { status: 'delivered' });
}

const created = (c: Call, message: Message, { account }: StandIn): Response => c.json(asResource(message, account, true), 201);

const refuse = (c: Call, refusal: Refusal): Response => c.json(asError(refusal), refusal.httpStatus);

/** Breaks the connection without an answer. */
async function hangUp(c: Call, afterMs = 0): Promise<Response> {
  if (afterMs > 0) await wait(afterMs);
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const wait = (ms: number): Promise<void> => new Promise((wake) => void setTimeout(wake, ms).unref());
