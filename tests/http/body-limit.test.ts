import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveHere } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { inboundForm, signedPost, testApi } from './test-api.ts';

const limit = 16 * 1024;
const path = '/sms/inbound';

/** The same body without a stated length, as HTTP allows. */
const inChunks = ({ body, ...request }: RequestInit): RequestInit =>
  ({ ...request, body: new Response(body ?? null).body, duplex: 'half' }) as RequestInit;

describe('a body over the wire (W2)', () => {
  let api: ReturnType<typeof testApi>;
  let server: Awaited<ReturnType<typeof serveHere>>;
  beforeEach(async () => {
    api = testApi();
    server = await serveHere(api.app.fetch);
  });
  afterEach(() => server.close());

  /** A signed form whose body has exactly so many bytes. */
  const formOf = (bytes: number): RequestInit => {
    const bare = signedPost(path, inboundForm({ Body: '' }));
    return signedPost(path, inboundForm({ Body: 'x'.repeat(bytes - (bare.body as string).length) }));
  };
  const statusOf = async (request: RequestInit): Promise<number> => (await fetch(server.url + path, request)).status;

  it.each(['with a stated length', 'in chunks'])('of 16 KB is read, one byte more is refused, %s', async (how) => {
    const sent = (bytes: number): RequestInit => (how === 'in chunks' ? inChunks(formOf(bytes)) : formOf(bytes));
    expect(await statusOf(sent(limit))).toBe(200);
    expect(await statusOf(sent(limit + 1))).toBe(413);
    expect(api.heard).toHaveLength(1);
  });
});
