/** What SES writes above a mail it took in. */
export const sesHead = (results: string): string =>
  [
    'Return-Path: <jo@example.net>',
    'Received: from mail.example.net (mail.example.net [192.0.2.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc123 for notes@mail.example.org; Mon, 02 Mar 2026 16:00:00 +0000 (UTC)',
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    `Authentication-Results: amazonses.com; ${results}`,
    'X-SES-RECEIPT: AEFBQUFBQUFBQUFI',
  ].join('\r\n');

export const allPass =
  'spf=pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=jo@example.net; dkim=pass header.i=@example.net; dmarc=pass header.from=example.net;';

export interface Written {
  results?: string;
  from?: string;
  to?: string;
  subject?: string;
  headers?: string[];
  type?: string;
  body?: string | Buffer;
}

/** One stored mail, line ends as on the wire. */
export function rawMail({
  results = allPass,
  from = 'Jo <Jo@Example.net>',
  to = 'notes@mail.example.org',
  subject = 'Re: hello',
  headers = [],
  type = 'text/plain; charset=utf-8',
  body = '4',
}: Written): Uint8Array {
  const head = [
    sesHead(results),
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    ...headers,
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), typeof body === 'string' ? Buffer.from(body.replaceAll(/\r?\n/g, '\r\n')) : body]);
}
