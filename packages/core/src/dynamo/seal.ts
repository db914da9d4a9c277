import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type AddressKeys, AddressKeyError } from './address-keys.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/**
 * Seals one field for one item: key version, nonce, tag, cipher text. `place` (the item's key) is
 * authenticated with it, so a sealed field moved to another item does not open.
 */
export const seal = (keys: AddressKeys, place: string, text: string): Uint8Array => {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(keys, keys.current), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([Uint8Array.of(keys.current), nonce, sealing.getAuthTag(), sealed]);
};

/** @throws AddressKeyError when the key is not listed or the field was sealed for another place. */
export const unseal = (keys: AddressKeys, place: string, sealed: Uint8Array): string => {
  if (sealed.length < headBytes) throw new AddressKeyError('a sealed field is too short');
  const opening = createDecipheriv(cipher, keyOf(keys, sealed[0]!), sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  try {
    return Buffer.concat([opening.update(sealed.subarray(headBytes)), opening.final()]).toString('utf8');
  } catch (cause) {
    throw new AddressKeyError('a sealed field does not belong to this item or this key', { cause });
  }
};

const keyOf = ({ byVersion }: AddressKeys, version: number): Uint8Array => {
  const key = byVersion.get(version);
  if (key === undefined) throw new AddressKeyError(`address key v${version} is not listed`);
  return key;
};
