import * as z from 'zod';

/** What the receiving server found out about a mail; `pass` unless told otherwise, as for a real mailbox. */
export const Verdicts = z.object({
  dmarc: z.enum(['pass', 'fail', 'none']).default('pass'),
  dkim: z.enum(['pass', 'fail', 'none']).default('pass'),
  spf: z.enum(['pass', 'fail', 'none']).default('pass'),
});
export type Verdicts = z.infer<typeof Verdicts>;

const oneLine = z
  .string()
  .regex(/^[^\r\n]*$/, 'must be one line')
  .max(900);
const mailbox = z
  .string()
  .max(254)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be a mailbox');

/** A mail a person of this machine writes. */
export const WrittenMail = z.object({
  from: mailbox,
  to: mailbox,
  subject: oneLine.default(''),
  text: z.string(),
  headers: z.record(z.string().regex(/^[!-9;-~]+$/), oneLine).default({}),
  verdicts: Verdicts.default({ dmarc: 'pass', dkim: 'pass', spf: 'pass' }),
});
export type WrittenMail = z.infer<typeof WrittenMail>;

/** The mail as its writer's server hands it over. */
export function writeRawMail({ from, to, subject, text, headers }: WrittenMail): string {
  const lines = [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${encodedWord(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`;
}

/** A header is ASCII; other letters travel as RFC 2047 has it. */
const encodedWord = (text: string): string => (/^[ -~]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);

/** What SES writes above a mail when it takes it in. */
export function sesHead(envelope: { from: string; to: string }, { spf, dkim, dmarc }: Verdicts): string {
  const domain = envelope.from.slice(envelope.from.indexOf('@') + 1);
  return [
    `Return-Path: <${envelope.from}>`,
    `Received: from this-machine by inbound-smtp.local with SMTP id 1 for ${envelope.to}`,
    `Authentication-Results: amazonses.com; spf=${spf} envelope-from=${envelope.from}; dkim=${dkim} header.i=@${domain}; dmarc=${dmarc} header.from=${domain};`,
    'X-SES-RECEIPT: this-machine',
    '',
  ].join('\r\n');
}
