import { hkdfSync } from 'node:crypto';

/** Keys that seal addresses; the first writes, all read. */
export interface AddressKeys {
  current: number;
  byVersion: ReadonlyMap<number, Uint8Array>;
}

export class AddressKeyError extends Error {
  override name = 'AddressKeyError';
}

const leastKeyBytes = 32;

/**
 * Reads `v2:<base64>,v1:<base64>`, each at least 32 random bytes. To rotate, put a new one in front and
 * keep the old ones: a record is sealed anew whenever it is written.
 * @throws AddressKeyError that names what is wrong and never shows a key.
 */
export const readAddressKeys = (setting: string): AddressKeys => {
  const keys = setting.split(',').map((entry) => readKey(entry.trim()));
  const byVersion = new Map(keys);
  if (byVersion.size !== keys.length) throw new AddressKeyError('two address keys have one version');
  return { current: keys[0]![0], byVersion };
};

const readKey = (entry: string): [number, Uint8Array] => {
  const [, version = '', base64 = ''] = /^v(\d{1,3}):([A-Za-z0-9+/_-]+=*)$/.exec(entry) ?? [];
  const number = Number(version);
  if (number < 1 || number > 255) throw new AddressKeyError('an address key is not v<1 to 255>:<base64>');
  const secret = Buffer.from(base64, 'base64');
  if (secret.length < leastKeyBytes) throw new AddressKeyError(`address key v${number} is shorter than ${leastKeyBytes} bytes`);
  return [number, derive(secret, number)];
};

/** A sub-key, so that one secret may serve other purposes without sharing a key. */
const derive = (secret: Uint8Array, version: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), `breathing-room/address/v${version}`, 32));
