import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailBucket } from '@breathing-room/functions/mail-bucket';
import { signedHeaders } from '@breathing-room/functions/sign-request';

/** The key of AWS's own worked examples. */
const published = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
  now: new Date('2013-05-24T00:00:00Z'),
};

describe('a request to S3', () => {
  it.each([
    ['test.txt', { range: 'bytes=0-9' }, 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'],
    ['?max-keys=2&prefix=J', {}, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])("is signed as AWS's published example of %s is", (path, headers, signature) => {
    const url = new URL(`https://examplebucket.s3.amazonaws.com/${path}`);
    expect(signedHeaders({ method: 'GET', url, headers }, published).authorization).toContain(`Signature=${signature}`);
  });
});

describe('the bucket of mails', () => {
  const asked: string[] = [];
  const answers: [status: number, body: string][] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.range ?? ''}`.trim());
    const [status, body] = answers.shift() ?? [500, ''];
    response.writeHead(status).end(body);
  });
  beforeAll(() => new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening)));
  afterAll(() => void server.close());
  const bucket = () => mailBucket({ S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

  it('reads the beginning of a mail, and knows one that is gone', async () => {
    answers.push([206, 'hello'], [404, '<Code>NoSuchKey</Code>']);
    expect(Buffer.from((await bucket().read('mail', "in/a b'"))!).toString()).toBe('hello');
    expect(await bucket().read('mail', 'in/gone')).toBeUndefined();
    expect(asked.splice(0)).toEqual(['GET /mail/in/a%20b%27 bytes=0-262143', 'GET /mail/in/gone bytes=0-262143']);
  });

  it('lists keys as they are', async () => {
    answers.push([200, '<L><Contents><Key>in/a+b%26</Key><LastModified>2026-03-02T16:00:00.000Z</LastModified></Contents></L>']);
    expect(await bucket().list('mail')).toEqual([{ key: 'in/a b&', storedAt: '2026-03-02T16:00:00Z' }]);
    expect(asked.splice(0)).toEqual(['GET /mail/?list-type=2&encoding-type=url']);
  });

  it('takes a refusal for what it is', async () => {
    answers.push([403, ''], [503, '']);
    await expect(bucket().read('mail', 'in/x')).rejects.toThrow('403');
    await expect(bucket().remove('mail', 'in/x')).rejects.toThrow('503');
  });
});
