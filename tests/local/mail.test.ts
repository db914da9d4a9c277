import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sesMails } from '@breathing-room/core/email/ses-mails';
import type { BookedMail } from '@breathing-room/local/mail/mail-book';
import { startSmtpIn } from '@breathing-room/local/mail/smtp-in';
import { startLocal, type TestLocal } from '../support/local.ts';

let running: TestLocal;
beforeAll(async () => void (running = await startLocal({ frozen: '2026-03-02T16:00:00Z' })));
afterAll(() => running.close());

const ask = async (path: string, json?: unknown): Promise<any> => {
  const response = await fetch(`${running.url}${path}`, json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) });
  return response.json();
};
const mailbox = (address: string): Promise<BookedMail[]> => ask(`/local/mailboxes/${address}`);
const mails = () => sesMails({ region: 'us-east-1', endpoint: `${running.url}/ses`, from: 'Breathing Room <notes@mail.localhost.test>' });
const mail = {
  messageId: 'message001',
  subject: 'Your note',
  text: 'words',
  html: '<p>words</p>',
  headers: { 'List-Id': '<notes.mail.localhost.test>' },
};

describe('the SES of this machine', () => {
  it('takes a mail from the real SDK into the mailbox and tells of its delivery', async () => {
    expect(await mails().send({ ...mail, to: 'Ann@example.net' })).toMatchObject({ kind: 'sent' });
    await running.local.mail.settled();
    expect(await mailbox('ann@example.net')).toMatchObject([
      { from: 'service', subject: 'Your note', text: 'words', html: '<p>words</p>', headers: mail.headers, events: ['Delivery'] },
    ]);
  });

  it.each([
    ['bounce@example.net', ['Bounce']],
    ['complaint@example.net', ['Delivery', 'Complaint']],
    ['complaint+again@example.net', ['Delivery', 'Complaint']],
  ])('%s leads to %o', async (to, events) => {
    await mails().send({ ...mail, to });
    await running.local.mail.settled();
    expect((await mailbox(to)).at(-1)?.events).toEqual(events);
  });

  it('refuses a mail as SES would', async () => {
    expect(await mails().send({ ...mail, to: 'not a mailbox' })).toEqual({ kind: 'rejected', code: 46_400 });
  });

  it('never gets a header with a line break from us (E8)', async () => {
    expect(
      await mails().send({
        ...mail,
        to: 'e8@example.net',
        subject: 'Hello\r\nBcc: x@example.com',
        headers: { 'X-A': 'a\r\nBcc: x@example.com' },
      }),
    ).toMatchObject({ kind: 'sent' });
    expect(await mailbox('e8@example.net')).toMatchObject([
      { subject: 'Hello Bcc: x@example.com', headers: { 'X-A': 'a Bcc: x@example.com' } },
    ]);
  });
});

describe('a mail written on this machine', () => {
  it('is read, decided on and answered by mail', async () => {
    const { ownWords, verdict, answers } = await ask('/local/mail', {
      from: 'jo@example.net',
      to: 'notes@mail.localhost.test',
      subject: 'Re: é',
      text: 'SAFE\n\n> quoted',
    });
    expect({ ownWords, verdict }).toEqual({ ownWords: 'SAFE', verdict: 'aligned' });
    expect(answers).toHaveLength(1);
    expect(answers[0].headers).toMatchObject({ 'Auto-Submitted': 'auto-replied', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect((await mailbox('jo@example.net')).map(({ from }) => from)).toEqual(['mailbox', 'service']);
  });

  it('carries the verdicts it was given (E5)', async () => {
    const forged = {
      from: 'forged@example.net',
      to: 'notes@mail.localhost.test',
      text: 'MENU',
      verdicts: { dmarc: 'fail', dkim: 'fail', spf: 'fail' },
    };
    expect((await ask('/local/mail', forged)).verdict).toBe('unproven');
  });

  it('gets no answer when a machine sent it (E6)', async () => {
    const away = {
      from: 'away@example.net',
      to: 'notes@mail.localhost.test',
      text: 'I am away',
      headers: { 'Auto-Submitted': 'auto-replied' },
    };
    expect((await ask('/local/mail', away)).answers).toEqual([]);
  });

  it.each([{ from: 'nobody' }, { headers: { 'X-A': 'a\r\nBcc: b' } }, { subject: 'a\nb' }, { verdicts: { dmarc: 'perhaps' } }])(
    'is refused with %o',
    async (wrong) => {
      expect((await ask('/local/mail', { from: 'jo@example.net', to: 'notes@mail.localhost.test', text: 'x', ...wrong })).error).toMatch(
        /./,
      );
    },
  );
});

describe('a scanner at the links', () => {
  it('gets an answer for each link and none of them is our fault (E3)', async () => {
    const [, answer] = await mailbox('jo@example.net');
    const before = await running.local.services.store.find({ channel: 'email', value: 'jo@example.net' });
    const visits = (await ask(`/local/mailboxes/jo@example.net/mails/${answer!.id}/scan`, {})) as {
      url: string;
      head: number;
      get: number;
    }[];
    expect(visits.some(({ url }) => url.includes('/unsubscribe?t='))).toBe(true);
    expect(visits.filter(({ head, get }) => head >= 500 || get >= 500)).toEqual([]);
    expect(await running.local.services.store.find({ channel: 'email', value: 'jo@example.net' })).toEqual(before);
  });
});

describe('mail by SMTP', () => {
  /** Says each line when the server has answered the one before; all its answers. */
  const talk = (port: number, lines: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const waiting = [...lines];
      let heard = '';
      const socket = connect(port, '127.0.0.1').setEncoding('utf8');
      socket.on('data', (text: string) => {
        heard += text;
        if (/^\d{3} .*\r\n$/m.test(text)) socket.write(`${waiting.shift() ?? 'QUIT'}\r\n`);
      });
      socket.on('close', () => resolve(heard)).on('error', reject);
    });

  it('is taken in on this machine, proven by its envelope only for its own domain', async () => {
    const smtp = await startSmtpIn(running.local.mail, 0);
    const head = ['EHLO me', 'MAIL FROM:<kim@example.net>', 'RCPT TO:<notes@mail.localhost.test>', 'DATA'];
    await talk(smtp.port, [...head, 'From: Kim <kim@example.net>\r\nTo: notes@mail.localhost.test\r\nSubject: hi\r\n\r\nSPACE\r\n.']);
    await talk(smtp.port, [...head, 'From: Kim <lee@example.com>\r\nTo: notes@mail.localhost.test\r\nSubject: hi\r\n\r\nSPACE\r\n.']);
    const refused = await talk(smtp.port, ['EHLO me', 'MAIL FROM:<kim@example.net>', 'RCPT TO:<somebody@example.org>']);
    await smtp.stop();
    expect(await mailbox('kim@example.net')).toMatchObject([
      { from: 'mailbox', text: 'SPACE', headers: { verdict: 'aligned' } },
      { from: 'service' },
    ]);
    expect((await mailbox('lee@example.com'))[0]).toMatchObject({ headers: { verdict: 'unproven' } });
    expect(refused).toContain('550 no such mailbox here');
  });
});
