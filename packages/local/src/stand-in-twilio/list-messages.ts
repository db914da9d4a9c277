import type { Context } from 'hono';
import { asResource } from './message.ts';
import type { ListFilter } from './message-book.ts';
import { listParameters, unknownParameter } from './parameters.ts';
import { asError, wrong } from './refusal.ts';
import type { StandIn } from './stand-in.ts';

/** Lists messages, newest first, page by page; dates count by whole days of UTC, as at Twilio. */
export function listMessages(c: Context, { account, book, faults }: StandIn): Response {
  if (faults.take('list') !== undefined) return c.text('Bad Gateway', 502);
  const query = new URL(c.req.url).searchParams;
  const unknown = unknownParameter(query.keys(), listParameters);
  if (unknown !== undefined) return c.json(asError(wrong(20_001, `Unknown parameter ${unknown}`)), 400);
  const size = Math.min(1_000, Math.max(1, Number(query.get('PageSize') ?? 50) || 50));
  const page = Math.max(0, Number(query.get('Page') ?? 0) || 0);
  const all = book.list(filterOf(query));
  const start = page * size;
  const shown = all.slice(start, start + size);
  const linkTo = (number: number): string => {
    const link = new URLSearchParams(query);
    link.set('PageSize', String(size));
    link.set('Page', String(number));
    return `/2010-04-01/Accounts/${account.accountSid}/Messages.json?${link}`;
  };
  return c.json({
    messages: shown.map((message) => asResource(message, account)),
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
    uri: linkTo(page),
    first_page_uri: linkTo(0),
    previous_page_uri: page === 0 ? null : linkTo(page - 1),
    next_page_uri: start + size < all.length ? linkTo(page + 1) : null,
  });
}

function filterOf(query: URLSearchParams): ListFilter {
  const day = (name: string): string | undefined => query.get(name)?.slice(0, 10);
  const wanted = {
    to: query.get('To') ?? undefined,
    from: query.get('From') ?? undefined,
    sentOn: day('DateSent'),
    sentFrom: day('DateSent>'),
    sentUntil: day('DateSent<'),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
}
