import { readMail } from '@breathing-room/core/email/read-mail';
import { describe, expect, it } from 'vitest';
import { allPass, rawMail, sesHead, type Written } from './raw-mail.ts';

const ours = { service: 'Breathing Room', domain: 'mail.example.org' };
const read = (written: Written) => readMail({ raw: rawMail(written), messageId: 'ses-1', ours });

describe('a mail that arrives', () => {
  it('is read down to who wrote it and what', async () => {
    expect(await read({ body: '4\n\nOn Mon, Mar 2, 2026, Breathing Room <notes@mail.example.org> wrote:\n> SAFE\n' })).toEqual({
      messageId: 'ses-1',
      from: 'jo@example.net',
      to: 'notes@mail.example.org',
      subject: 'Re: hello',
      ownWords: '4',
      verdict: 'aligned',
      isAutomatic: false,
    });
  });

  it.each([
    ['quoted-printable', { headers: ['Content-Transfer-Encoding: quoted-printable'], body: 'caf=C3=A9' }, 'café'],
    ['base64', { headers: ['Content-Transfer-Encoding: base64'], body: Buffer.from('I am low. 2').toString('base64') }, 'I am low. 2'],
    [
      'windows-1252 (Node 20 too)',
      { type: 'text/plain; charset=windows-1252', body: Buffer.from([0x49, 0x92, 0x6d, 0x20, 0x6c, 0x6f, 0x77, 0x20, 0x96, 0x20, 0x32]) },
      'I’m low – 2',
    ],
    ['latin 1', { type: 'text/plain; charset=iso-8859-1', body: Buffer.from([0x63, 0x61, 0x66, 0xe9]) }, 'café'],
    ['GBK', { type: 'text/plain; charset=gbk', body: Buffer.from([0xc4, 0xe3, 0xba, 0xc3]) }, '你好'],
    [
      'a page only',
      {
        type: 'text/html; charset=utf-8',
        body: '<style>p{color:red}</style><p>I feel <b>low</b></p><p>2</p><div class="gmail_quote">On Monday SAFE</div>',
      },
      'I feel low\n\n2',
    ],
    [
      'a page as Outlook quotes',
      {
        type: 'text/html; charset=utf-8',
        body: '<div>PAUSE</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Breathing Room</div><div>SAFE</div>',
      },
      'PAUSE',
    ],
    [
      'a page beside text',
      {
        type: 'multipart/alternative; boundary=b',
        body: '--b\nContent-Type: text/plain\n\n3\n--b\nContent-Type: text/html\n\n<p>5</p>\n--b--',
      },
      '3',
    ],
  ] as [string, Written, string][])('is read in %s', async (_, written, words) => {
    expect((await read(written))?.ownWords).toBe(words);
  });

  it('has its attachments and mails inside it left alone (E11)', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nPAUSE\n--b\nContent-Type: message/rfc822\n\nFrom: x@example.com\n\nSAFE STOP\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nSTOP\n--b--';
    expect((await read({ type: 'multipart/mixed; boundary=b', body }))?.ownWords).toBe('PAUSE');
  });

  it('is for the mailbox it came to, a blind copy too', async () => {
    expect((await read({ to: 'Jo <x@example.net>, join@mail.example.org' }))?.to).toBe('notes@mail.example.org');
    expect((await read({ to: 'undisclosed-recipients:;' }))?.to).toBe('notes@mail.example.org');
  });

  it('is no mail for us without a sender we can answer', async () => {
    expect(await read({ from: '' })).toBeUndefined();
    expect(await read({ from: 'nobody' })).toBeUndefined();
    expect(await readMail({ raw: Buffer.from('rubbish'), messageId: 'x', ours })).toBeUndefined();
  });
});

describe('proof of who wrote a mail (E5)', () => {
  const verdictOf = async (results: string, written: Written = {}) => (await read({ ...written, results }))?.verdict;

  it.each([
    ['DMARC passed', 'dmarc=pass header.from=example.net;', 'aligned'],
    ['DKIM of the same domain', 'dkim=pass header.i=@example.net; dmarc=none header.from=example.net;', 'aligned'],
    ['DKIM of a domain inside it', 'dkim=pass header.i=@em1.example.net;', 'aligned'],
    ['SPF of the same domain', 'spf=pass (ok) envelope-from=jo@example.net;', 'aligned'],
    ['DKIM of another domain', 'dkim=pass header.i=@example.com; spf=pass envelope-from=x@example.com;', 'unproven'],
    ['SPF of a look-alike', 'spf=pass envelope-from=jo@notexample.net;', 'unproven'],
    ['DMARC failed', 'spf=pass envelope-from=jo@example.net; dmarc=fail header.from=example.net;', 'unproven'],
    ['DMARC passed for another', 'dmarc=pass header.from=example.com;', 'unproven'],
    ['DKIM failed', 'dkim=fail header.i=@example.net; dmarc=none;', 'unproven'],
    ['a signature of a top-level domain', 'dkim=pass header.i=@net;', 'unproven'],
    ['nothing', '', 'unproven'],
  ])('%s: %s → %s', async (_, results, verdict) => {
    expect(await verdictOf(results)).toBe(verdict);
  });

  it('is not taken from a line the sender wrote', async () => {
    const forged = `Authentication-Results: amazonses.com; ${allPass}`;
    expect(await verdictOf('spf=fail;', { headers: [forged] })).toBe('unproven');
    const unstamped = Buffer.from(`${forged}\r\nFrom: jo@example.net\r\nTo: notes@mail.example.org\r\n\r\nSTOP`);
    expect((await readMail({ raw: unstamped, messageId: 'x', ours }))?.verdict).toBe('unproven');
  });

  it('is not taken from a mail with two senders', async () => {
    expect((await read({ headers: ['From: other@example.com'] }))?.verdict).toBe('unproven');
  });
});

describe('a machine’s mail (E6)', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (rejected)',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'List-Id: <x.example.net>',
    'X-Autoreply: yes',
    'X-Auto-Response-Suppress: All',
    'X-Loop: notes@mail.example.org',
    'List-Unsubscribe: <https://example.net>',
  ])('is known by %s', async (line) => {
    expect((await read({ headers: [line] }))?.isAutomatic).toBe(true);
  });

  it.each(['MAILER-DAEMON@example.net', 'no-reply@example.net', 'noreply+x@example.net', 'notes@mail.example.org'])(
    'is known by its sender %s',
    async (from) => {
      expect((await read({ from }))?.isAutomatic).toBe(true);
    },
  );

  it('is known by an empty return path and by a report', async () => {
    const bounce = Buffer.from(`${sesHead(allPass).replace('<jo@example.net>', '<>')}\r\nFrom: jo@example.net\r\n\r\nx`);
    expect((await readMail({ raw: bounce, messageId: 'x', ours }))?.isAutomatic).toBe(true);
    expect((await read({ type: 'multipart/report; boundary=b', body: '--b\n\nx\n--b--' }))?.isAutomatic).toBe(true);
  });

  it('is not every mail with such a word', async () => {
    expect((await read({ headers: ['Auto-Submitted: no', 'Precedence: normal'], from: 'norah@example.net' }))?.isAutomatic).toBe(false);
  });
});

describe('a mail of any size', () => {
  const timed = async (raw: Uint8Array) => {
    const [started, memory] = [performance.now(), process.memoryUsage().rss];
    const mail = await readMail({ raw, messageId: 'x', ours });
    return { mail, took: performance.now() - started, grown: process.memoryUsage().rss - memory };
  };

  it('of 10 MB is read in under 2 s: the words, not the picture', async () => {
    const picture = Buffer.alloc(10_000_000, 'QUJD').toString();
    const body = `--b\nContent-Type: text/plain\n\n2\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${picture}\n--b--`;
    const { mail, took, grown } = await timed(rawMail({ type: 'multipart/mixed; boundary=b', body }));
    expect(mail?.ownWords).toBe('2');
    expect(took).toBeLessThan(2000);
    expect(grown).toBeLessThan(100_000_000);
  });

  it.each([
    ['10 MB of text', { body: 'on and on '.repeat(1_000_000) }],
    ['10 MB of page', { type: 'text/html', body: '<p><b>on '.repeat(1_100_000) }],
    ['a page of brackets', { type: 'text/html', body: '<'.repeat(600_000) }],
    ['50,000 parts', { type: 'multipart/mixed; boundary=b', body: '--b\n\nx\n'.repeat(50_000) }],
  ] as [string, Written][])('%s is read in under 2 s', async (_, written) => {
    expect((await timed(rawMail(written))).took).toBeLessThan(2000);
  });

  it('with 100,000 headers is refused in under 2 s', async () => {
    const { mail, took } = await timed(rawMail({ headers: Array.from({ length: 100_000 }, (__, index) => `X-${index}: y`) }));
    expect(mail).toBeUndefined();
    expect(took).toBeLessThan(2000);
  });
});
