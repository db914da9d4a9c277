import { Hono } from 'hono';
import type { LocalMail } from './local-mail.ts';
import { mailboxesOf } from './mailbox-list.ts';
import { scanLinks } from './scan-links.ts';
import { sesHead, type WrittenMail, WrittenMail as Written, writeRawMail } from './write-raw-mail.ts';

/** Writes to the service as a person would by mail and reads what came back; for pages, stories and scripts. */
export function mailApi(mail: LocalMail): Hono {
  return new Hono()
    .post('/local/mail', async (c) => c.json(await writeToService(mail, Written.parse(await c.req.json()))))
    .get('/local/mailboxes', (c) => c.json(mailboxesOf(mail)))
    .get('/local/mailboxes/:address', (c) => c.json(mail.book.of(c.req.param('address'))))
    .post('/local/mailboxes/:address/mails/:id/scan', async (c) => {
      const found = mail.book.find(c.req.param('id'));
      return found === undefined ? c.json({ error: 'No such mail.' }, 404) : c.json(await scanLinks(found, statusOf));
    });
}

/** Answers are mails that came to the writer's mailbox meanwhile. */
export async function writeToService(mail: LocalMail, written: WrittenMail) {
  const before = new Set(mail.book.of(written.from).map(({ id }) => id));
  const received = await mail.receive(Buffer.from(sesHead(written, written.verdicts) + writeRawMail(written)));
  await mail.settled();
  const answers = mail.book.of(written.from).filter(({ id, from }) => from === 'service' && !before.has(id));
  return { id: received?.id, ownWords: received?.text, verdict: received?.headers['verdict'], answers };
}

export const statusOf = async (url: string, method: string): Promise<number> => (await fetch(url, { method, redirect: 'manual' })).status;
