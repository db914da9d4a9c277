import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Context } from 'hono';
import { listMessages } from './list-messages.ts';
import { asResource } from './message.ts';
import { unknownParameter, updateParameters } from './parameters.ts';
import { postMessage } from './post-message.ts';
import { asError, wrong } from './refusal.ts';
import type { StandIn } from './stand-in.ts';

/** Twilio's Messages resource under `/2010-04-01`, for the one account there is. */
export function messagesApi(standIn: StandIn): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const base = `/2010-04-01/Accounts/${standIn.account.accountSid}`;
  return app
    .use('/2010-04-01/*', authenticated(standIn))
    .post(`${base}/Messages.json`, (c) => postMessage(c, standIn))
    .get(`${base}/Messages.json`, (c) => listMessages(c, standIn))
    .get(`${base}/Messages/:file`, (c) => showMessage(c, standIn))
    .post(`${base}/Messages/:file`, (c) => redactMessage(c, standIn))
    .delete(`${base}/Messages/:file`, (c) => deleteMessage(c, standIn));
}

const authenticated = ({ account }: StandIn) => {
  const expected = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
  return createMiddleware(async (c, next) =>
    c.req.header('authorization') === expected ? next() : c.json(asError({ httpStatus: 401, code: 20_003, message: 'Authenticate' }), 401),
  );
};

const sidOf = (c: Context): string => (c.req.param('file') ?? '').replace(/\.json$/, '');

const notFound = (c: Context): Response =>
  c.json(asError({ httpStatus: 404, code: 20_404, message: 'The requested resource was not found' }), 404);

function showMessage(c: Context, { book, account }: StandIn): Response {
  const message = book.get(sidOf(c));
  return message === undefined ? notFound(c) : c.json(asResource(message, account));
}

/** Twilio lets a body be emptied, nothing else. */
async function redactMessage(c: Context, { book, account }: StandIn): Promise<Response> {
  const message = book.get(sidOf(c));
  if (message === undefined) return notFound(c);
  const form = new URLSearchParams(await c.req.text());
  const unknown = unknownParameter(form.keys(), updateParameters);
  if (unknown !== undefined || (form.get('Body') ?? '') !== '') return c.json(asError(wrong(20_001, 'Body may only be emptied')), 400);
  message.body = '';
  return c.json(asResource(message, account));
}

/** A message still on its way cannot be deleted. */
function deleteMessage(c: Context, { book }: StandIn): Response {
  const message = book.get(sidOf(c));
  if (message === undefined) return notFound(c);
  if (message.status === 'accepted')
    return c.json(asError({ httpStatus: 409, code: 20_009, message: 'Delivery has not been completed' }), 409);
  book.remove(message.sid);
  return c.body(null, 204);
}
