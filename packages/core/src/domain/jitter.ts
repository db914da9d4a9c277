/**
 * A whole number of seconds from 0 to `most`, the same for the same seed, spread evenly over seeds:
 * notes of many people who chose one hour do not all leave in one second.
 * FNV-1a with the finishing step of MurmurHash3, so that seeds that differ by one digit lie apart.
 */
export const jitterSeconds = (seed: string, most: number): number => {
  if (most < 1) return 0;
  return finish(fnv1a(seed)) % (Math.floor(most) + 1);
};

const fnv1a = (seed: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  return hash;
};

const finish = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
