import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealingKey } from '../../infra/offline/made-up.ts';
import { operatorSettings } from '../../infra/offline/run-sst.ts';
import { storedMail } from './coldstart-events.ts';

export interface Surroundings {
  tableName: string;
  env: Record<string, string>;
  close: () => void;
}

/** Who may be answered; far more than the rounds. */
const writers = Array.from({ length: 500 }, (_, index) => `jo-${String(index).padStart(4, '0')}@example.net`);

/** Twilio without a message, a bucket with one mail and a mail service that takes every mail, at one address. */
export async function around(dynamoEndpoint: string): Promise<Surroundings> {
  const server = createServer((request, response) => {
    request.resume();
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    if (request.method === 'DELETE') response.writeHead(204).end();
    else if (pathname.startsWith(`/${storedMail.bucket}/`)) response.writeHead(206).end(mail(pathname));
    else response.writeHead(200, { 'content-type': 'application/json' }).end(pathname.endsWith('/Messages.json') ? noMessages : mailTaken);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tableName = 'coldstart';
  // Production takes no plain http, so the functions are told another stage; it may write to those who write.
  const shared = {
    STAGE: 'check',
    MAIL_ONLY_TO: writers.join(),
    TABLE_NAME: tableName,
    DYNAMODB_ENDPOINT: dynamoEndpoint,
    SST_KEY: sealingKey.toString('base64'),
  };
  const beside = { TWILIO_BASE_URL: url, SES_ENDPOINT: url, S3_ENDPOINT: url, SQS_ENDPOINT: url };
  return {
    tableName,
    env: { ...shared, ...beside },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const noMessages = JSON.stringify({ messages: [], next_page_uri: null });
const mailTaken = JSON.stringify({ MessageId: 'taken' });

/** As SES stores it. */
const mail = (path: string): string =>
  [
    `Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@example.net; dmarc=pass header.from=example.net;`,
    'X-SES-RECEIPT: here',
    `From: Jo <jo-${path.slice(-4)}@example.net>`,
    `To: notes@${operatorSettings.MAIL_DOMAIN}`,
    'Subject: Hello',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'SPACE',
  ].join('\r\n');
