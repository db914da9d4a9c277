import { createServer } from 'node:http';
import type { Asked } from './iam.ts';
import { listening } from './recording-proxy.ts';

export interface BucketStandIn {
  url: string;
  /** As IAM names them; a look at what is gone needs the right to list. */
  actions: Set<string>;
  objects: Map<string, StoredObject>;
  close: () => void;
}

export interface StoredObject {
  body: Uint8Array;
  at: string;
}

/** One bucket of S3 in memory: reads the beginning of an object, deletes and lists, as far as the policy lets it. */
export async function bucketStandIn(bucket: string, may: (asked: Asked) => boolean): Promise<BucketStandIn> {
  const actions = new Set<string>();
  const objects = new Map<string, StoredObject>();
  const arn = `arn:aws:s3:::${bucket}`;
  const mayDo = (action: string, resource = arn): boolean => {
    actions.add(action);
    return may({ action, resource });
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket');
    const key = decodeURIComponent(pathname.slice(`/${bucket}/`.length));
    const found = objects.get(key);
    if (searchParams.get('list-type') === '2') {
      if (!mayDo('s3:ListBucket')) return void response.writeHead(403).end();
      return void response.end(`<ListBucketResult>${[...objects].map(entryOf).join('')}</ListBucketResult>`);
    }
    const isDelete = request.method === 'DELETE';
    if (!mayDo(isDelete ? 's3:DeleteObject' : 's3:GetObject', `${arn}/${key}`)) return void response.writeHead(403).end();
    if (isDelete) return void (objects.delete(key), response.writeHead(204).end());
    if (found !== undefined) return void response.writeHead(206).end(found.body.subarray(0, lastByte(request.headers.range) + 1));
    // @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html: without the right to list, a missing object is "forbidden".
    return void response.writeHead(mayDo('s3:ListBucket') ? 404 : 403).end();
  });
  return { url: await listening(server), actions, objects, close: () => server.close() };
}

const entryOf = ([key, { at }]: [string, StoredObject]): string => `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>${at}</LastModified></Contents>`;

const lastByte = (range = ''): number => Number(/^bytes=0-(\d+)$/.exec(range)?.[1] ?? Number.MAX_SAFE_INTEGER);
