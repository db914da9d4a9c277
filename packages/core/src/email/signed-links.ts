import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { epochSeconds, instantAt, plusHours } from '../domain/instant.ts';
import type { LinkPurpose, Links } from '../ports.ts';

export interface SignedLinksOptions {
  /** LINK_KEY: base64 of at least 32 random bytes, or `v2:<base64>,v1:<base64>`; the first signs, all read. */
  key: string;
  /** Where the pages are, without a slash at the end. */
  publicBaseUrl: string;
}

export class LinkKeyError extends Error {
  override name = 'LinkKeyError';
}

/**
 * Links that prove themselves. A token is the person's id and 26 characters: key version, moment, and 112 bits
 * of HMAC-SHA256 under a key of its own for each purpose, so a link to unsubscribe never opens preferences.
 * @throws LinkKeyError that never shows a key.
 */
export function signedLinks({ key, publicBaseUrl }: SignedLinksOptions): Links {
  const secrets = readLinkKeys(key);
  const [current] = secrets.keys();
  const derived = new Map<string, Buffer>();
  const keyFor = (version: number, purpose: LinkPurpose): Buffer | undefined => {
    const secret = secrets.get(version);
    const name = `breathing-room/link/v${version}/${purpose}`;
    if (secret !== undefined && !derived.has(name)) derived.set(name, Buffer.from(hkdfSync('sha256', secret, '', name, 32)));
    return derived.get(name);
  };
  return {
    urlFor(purpose, subscriberId, at) {
      const head = headOf(current!, epochSeconds(at));
      const sealed = Buffer.concat([head, macOf(keyFor(current!, purpose)!, subscriberId, head)]);
      return `${publicBaseUrl}${pathOf[purpose]}?t=${subscriberId}${sealed.toString('base64url')}`;
    },
    read(token, purpose, now, maxAgeHours) {
      const { id = '', sealed = '' } = tokenShape.exec(token)?.groups ?? {};
      const bytes = Buffer.from(sealed, 'base64url');
      const signer = bytes.length === sealedBytes ? keyFor(bytes[0]!, purpose) : undefined;
      // Two spellings of one signature would make two tokens: only ours counts.
      if (signer === undefined || bytes.toString('base64url') !== sealed) return undefined;
      const head = bytes.subarray(0, headBytes);
      if (!timingSafeEqual(macOf(signer, id, head), bytes.subarray(headBytes))) return undefined;
      const at = instantAt(head.readUInt32BE(1));
      return maxAgeHours !== undefined && plusHours(at, maxAgeHours) < now ? undefined : { subscriberId: id, at };
    },
  };
}

/** 22 characters of id and 26 of proof are 48 in all. */
const tokenShape = /^(?<id>[\w-]{16,22})(?<sealed>[\w-]{26})$/;
const headBytes = 5;
const macBytes = 14;
const sealedBytes = headBytes + macBytes;

const pathOf: Record<LinkPurpose, string> = {
  confirm: '/confirm',
  preferences: '/preferences',
  unsubscribe: '/unsubscribe',
  check_in: '/check-in',
  data: '/my-data',
  forget: '/forget',
};

/** One byte of key version and four of seconds since 1970, good until 2106. */
function headOf(version: number, seconds: number): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(version, 0);
  head.writeUInt32BE(seconds, 1);
  return head;
}

const macOf = (key: Buffer, id: string, head: Buffer): Buffer =>
  createHmac('sha256', key).update(head).update(id).digest().subarray(0, macBytes);

function readLinkKeys(setting: string): Map<number, Buffer> {
  const keys = setting.split(',').map((entry): [number, Buffer] => {
    const [, version = '1', base64 = ''] = /^(?:v(\d{1,3}):)?([\w+/-]+=*)$/.exec(entry.trim()) ?? [];
    const secret = Buffer.from(base64, 'base64');
    if (secret.length < 32) throw new LinkKeyError('a link key is shorter than 32 bytes of base64');
    if (Number(version) < 1 || Number(version) > 255) throw new LinkKeyError('a link key is not v<1 to 255>:<base64>');
    return [Number(version), secret];
  });
  if (new Map(keys).size !== keys.length) throw new LinkKeyError('two link keys have one version');
  return new Map(keys);
}
