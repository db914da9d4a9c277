import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { LocalMail } from './local-mail.ts';
import { sesHead } from './write-raw-mail.ts';

/** SES itself takes 40 MB; the job looks at the beginning only. */
const mostBytes = 40_000_000;

export interface SmtpIn {
  port: number;
  stop(): Promise<void>;
}

/**
 * Takes mail in by SMTP on this machine only, so any mail program can write to the service. SPF passes for the
 * domain in the envelope and there is no DKIM: a From of another domain stays unproven, as deployed.
 */
export async function startSmtpIn(mail: LocalMail, port: number): Promise<SmtpIn> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mostBytes,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, done) =>
      done(address.toLowerCase().endsWith(`@${mail.ours.domain}`) ? undefined : new Error('no such mailbox here')),
    onData: (stream, session, done) => void answering(takeIn(stream, session, mail), done),
  });
  // A mail program that hangs up is no fault of ours.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
      }),
  };
}

/** SMTP's own way to say that a mail was taken, or why not. */
async function answering(taking: Promise<void>, done: (error?: Error | null) => void): Promise<void> {
  const fault = await taking.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error('could not take the mail')),
  );
  done(fault);
}

async function takeIn(stream: SMTPServerDataStream, { envelope }: SMTPServerSession, mail: LocalMail): Promise<void> {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const head = sesHead({ from, to: envelope.rcptTo[0]?.address ?? '' }, { spf: 'pass', dkim: 'none', dmarc: 'none' });
  const pieces: Buffer[] = [Buffer.from(head)];
  for await (const piece of stream) pieces.push(piece as Buffer);
  await mail.receive(Buffer.concat(pieces));
}
