/** First of the 64 characters that codes are written in; none of them needs escaping in JSON but one. */
export const firstCode = 35;
/** The character that stands for a weight of zero. */
export const zeroLevel = 28;

/** Four characters for a feature (24 bits of FNV-1a): a third of the room the feature itself would take. */
export const codeOf = (feature: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  const folded = (hash >>> 8) ^ (hash & 0xff);
  return String.fromCharCode(
    firstCode + (folded & 63),
    firstCode + ((folded >>> 6) & 63),
    firstCode + ((folded >>> 12) & 63),
    firstCode + ((folded >>> 18) & 63),
  );
};
