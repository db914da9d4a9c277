import { epochSeconds, instantAt, type Instant } from '../domain/instant.ts';

/** One part of a packed line; absent parts are written `-`. */
export type Part = string | undefined;

/** Parts in a fixed order, a space between them; absent parts at the end are left off. */
export const packLine = (parts: readonly Part[]): string =>
  parts
    .map(packPart)
    .join(' ')
    .replace(/(?: -)+$/, '');

export const readLine = (line: string): Part[] => line.split(' ').map(readPart);

/** Writes control characters, spaces and the given signs as `%` and two hex digits. */
export const escapeSigns = (text: string, signs: RegExp): string =>
  text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

export const unescapeSigns = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const packPart = (part: Part): string => {
  if (part === undefined) return '-';
  if (part === '') return '%';
  if (part === '-') return '%2d';
  return escapeSigns(part, /[\u0000-\u0020%]/g);
};

const readPart = (text: string): Part => {
  if (text === '-') return undefined;
  return text === '%' ? '' : unescapeSigns(text);
};

const timeWidth = 6;

/** Six base-36 digits of the epoch second; sorts as text. Reaches to December 2038. */
export const packTime = (at: Instant): string => {
  const packed = epochSeconds(at).toString(36).padStart(timeWidth, '0');
  if (!/^[0-9a-z]{6}$/.test(packed)) throw new RangeError(`a time outside 1970 to 2038 cannot be packed: ${at}`);
  return packed;
};

export const readTime = (packed: string): Instant => instantAt(parseInt(packed, 36));

export const packOptionalTime = (at: Instant | undefined): Part => (at === undefined ? undefined : packTime(at));
export const readOptionalTime = (part: Part): Instant | undefined => (part === undefined ? undefined : readTime(part));

export const packCount = (count: number | undefined): Part => (count === undefined ? undefined : String(count));
export const readCount = (part: Part): number | undefined => (part === undefined ? undefined : Number(part));

export const packYes = (isSo: boolean): string => (isSo ? '1' : '0');
export const readYes = (part: Part): boolean => part === '1';
