import { type Instant, instantAt } from '@breathing-room/core/domain/instant';
import { mostBytes } from '@breathing-room/core/email/read-mail';
import { escaped, signedHeaders } from './sign-request.ts';

/** Where SES puts a mail; only the function that reads mail may reach it. */
export interface MailBucket {
  /** The beginning of a stored mail, as much as is ever looked at; undefined when it is gone. */
  read(bucket: string, key: string): Promise<Uint8Array | undefined>;
  remove(bucket: string, key: string): Promise<void>;
}

export interface ListedMailBucket extends MailBucket {
  /** What lies there, a thousand at most. */
  list(bucket: string): Promise<{ key: string; storedAt: Instant }[]>;
}

export class MailBucketError extends Error {
  override name = 'MailBucketError';
}

/** S3, by the credentials Lambda puts into the environment. */
export function mailBucket(env: NodeJS.ProcessEnv): ListedMailBucket {
  return {
    async read(bucket, key) {
      const answer = await ask(env, { method: 'GET', url: urlOf(env, bucket, key), headers: { range: `bytes=0-${mostBytes - 1}` } });
      return answer.status === 404 ? undefined : new Uint8Array(await taken(answer).arrayBuffer());
    },
    async remove(bucket, key) {
      taken(await ask(env, { method: 'DELETE', url: urlOf(env, bucket, key) }));
    },
    async list(bucket) {
      const url = urlOf(env, bucket, '');
      url.searchParams.set('list-type', '2');
      url.searchParams.set('encoding-type', 'url');
      return storedIn(await taken(await ask(env, { method: 'GET', url })).text());
    },
  };
}

const urlOf = ({ AWS_REGION: region = 'us-east-1', S3_ENDPOINT: endpoint }: NodeJS.ProcessEnv, bucket: string, key: string): URL =>
  new URL(
    `${endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint}/${bucket}`}/${key.split('/').map(escaped).join('/')}`,
  );

interface Asked {
  method: string;
  url: URL;
  headers?: Record<string, string>;
}

/** One try: what fails comes again by the event, and after it by the hourly run. */
function ask(
  { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN, AWS_REGION = 'us-east-1' }: NodeJS.ProcessEnv,
  asked: Asked,
): Promise<Response> {
  const signing = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
    region: AWS_REGION,
    now: new Date(),
  };
  return fetch(asked.url, { method: asked.method, headers: signedHeaders(asked, signing), signal: AbortSignal.timeout(10_000) });
}

/** @throws MailBucketError for any refusal; it names the status and no mail. */
function taken(answer: Response): Response {
  if (answer.ok) return answer;
  throw new MailBucketError(`the bucket answered ${answer.status}`);
}

const storedIn = (xml: string): { key: string; storedAt: Instant }[] =>
  [...xml.matchAll(/<Contents>.*?<\/Contents>/gs)].map(([entry]) => ({
    key: decodeURIComponent(/<Key>(.*?)<\/Key>/s.exec(entry)?.[1]?.replaceAll('+', ' ') ?? ''),
    storedAt: instantAt(Date.parse(/<LastModified>(.*?)<\/LastModified>/.exec(entry)?.[1] ?? '') / 1000),
  }));
