/** First character that codes and levels are written in. */
export const firstCode = 35;

/** From `#` to `~` without the backslash, which JSON would escape. */
export const base = 91;
const backslash = 92;
/** Codes have this many values: with 15,000 of them known, one feature in 2,000 is taken for another. */
const span = 2 ** 25;

/** 32 bits of FNV-1a. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};

/** The code of a feature: its kind and the hashes of one or two words. */
export const codeOf = (kind: number, one: number, other: number): number => {
  let hash = Math.imul(one ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % span;
};

/** A number below 91 as one character. */
export const writeDigit = (digit: number): string => {
  const code = firstCode + digit;
  return String.fromCharCode(code < backslash ? code : code + 1);
};

export const readDigit = (written: string, at: number): number => {
  const code = written.charCodeAt(at);
  return (code > backslash ? code - 1 : code) - firstCode;
};
