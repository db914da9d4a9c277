/**
 * A whole number of seconds from 0 to `most`, the same for the same seed, spread evenly over seeds:
 * notes of many people who chose one hour do not all leave in one second. FNV-1a, 32 bits.
 */
export const jitterSeconds = (seed: string, most: number): number => {
  if (most < 1) return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % (Math.floor(most) + 1);
};
