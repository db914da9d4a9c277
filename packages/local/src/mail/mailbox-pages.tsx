import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import * as z from 'zod';
import type { LocalMail } from './local-mail.ts';
import { statusOf, writeToService } from './mail-api.ts';
import { mailboxesOf } from './mailbox-list.ts';
import { MailboxPage } from './mailbox-page.tsx';
import { mailPrograms, quoteAs } from './quote-as.ts';
import { scanLinks } from './scan-links.ts';
import { WrittenMail } from './write-raw-mail.ts';

/** Only this server's own; a mail is shown in a frame that may do nothing but open a page. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const Letter = z.object({
  box: z.string(),
  to: z.string(),
  subject: z.string(),
  words: z.string().max(20_000),
  program: z.enum(['none', ...mailPrograms]),
  /** The mail of ours that is answered. */
  under: z.string().optional(),
});

/** The mailboxes of this machine: read, write, answer as a mail program would, let a scanner at the links. No script. */
export function mailboxPages(mail: LocalMail): Hono {
  const pages = new Hono();
  pages.use('/mailboxes', secureHeaders({ contentSecurityPolicy })).use('/mailboxes/scan', secureHeaders({ contentSecurityPolicy }));
  return pages
    .get('/mailboxes', (c) => show(c, mail, c.req.query('box')))
    .get('/mailboxes.css', async (c) =>
      c.body(await readFile(new URL('mailboxes.css', import.meta.url), 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }),
    )
    .get('/mailboxes/mails/:id', (c) => {
      const page = mail.book.find(c.req.param('id'))?.html;
      return page === undefined
        ? c.notFound()
        : c.body(page.replace('<head>', '<head><base target="_blank">'), 200, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': mailPolicy,
          });
    })
    .post('/mailboxes/write', async (c) => {
      const letter = Letter.parse(await c.req.parseBody());
      await writeToService(mail, letterOf(letter, mail));
      return c.redirect(`/mailboxes?box=${encodeURIComponent(letter.box)}`, 303);
    })
    .post('/mailboxes/scan', async (c) => {
      const { id } = z.object({ id: z.string() }).parse(await c.req.parseBody());
      const found = mail.book.find(id);
      return found === undefined ? c.notFound() : show(c, mail, found.mailbox, { id, visits: await scanLinks(found, statusOf) });
    })
    .onError((error, c) => (error instanceof z.ZodError ? c.text(z.prettifyError(error), 400) : c.text(error.message, 500)));
}

type Scan = { id: string; visits: { url: string; head: number; get: number }[] };

const show = (c: Context, mail: LocalMail, box = mailboxesOf(mail)[0]!.address, scan?: Scan) => {
  const props = {
    box: box.trim().toLowerCase(),
    boxes: mailboxesOf(mail),
    mails: mail.book.of(box),
    ours: mail.ours.domain,
    ...(scan && { scan }),
  };
  return c.html(html`<!doctype html>${MailboxPage(props)}`);
};

function letterOf({ box, to, subject, words, program, under = '' }: z.infer<typeof Letter>, mail: LocalMail): WrittenMail {
  const answered = mail.book.find(under);
  const text = program === 'none' || answered === undefined ? words : quoteAs(program, words, answered, mail.ours.service);
  return WrittenMail.parse({ from: box.trim(), to: to.trim(), subject, text });
}
