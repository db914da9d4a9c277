import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { accept, refusalOf } from './accept-message.ts';
import { isNotTaken, isUntold } from './faults.ts';
import type { NotTakenFault, UntoldFault } from './faults.ts';
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
  if (fault !== undefined && isNotTaken(fault)) return takeNothing(c, fault);
  const refusal = refusalOf(form, standIn);
  if (refusal !== undefined) return refuse(c, refusal);
  const message = accept(form, standIn, fault);
  if (fault !== undefined && isUntold(fault)) return tellNothing(c, fault);
  if (fault?.kind === 'slow') await wait(fault.delayMs ?? 1_000);
  if (fault?.kind === 'callback_first') await deliverFirst(message, standIn);
  return c.json(asResource(message, standIn.account, true), 201);
}

async function takeNothing(c: Call, { kind, code, delayMs }: NotTakenFault): Promise<Response> {
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
  }
}

async function tellNothing(c: Call, { kind, delayMs }: UntoldFault): Promise<Response> {
  switch (kind) {
    case 'server_error_plain':
      return c.text('Bad Gateway', 502);
    case 'reset':
      return hangUp(c);
    case 'time_out':
      return hangUp(c, delayMs ?? 15_000);
    case 'bad_json':
      return c.body('{"sid": "SM', 201, { 'content-type': 'application/json' });
  }
}

async function deliverFirst(message: Message, { deliveries, account }: StandIn): Promise<void> {
  message.status = 'delivered';
  message.sentAt = account.now();
  await deliveries.report(message, { status: 'delivered' });
}

const refuse = (c: Call, refusal: Refusal): Response => c.json(asError(refusal), refusal.httpStatus);

/** Breaks the connection without an answer. */
async function hangUp(c: Call, afterMs = 0): Promise<Response> {
  if (afterMs > 0) await wait(afterMs);
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

const wait = (ms: number): Promise<void> => new Promise((wake) => void setTimeout(wake, ms).unref());
