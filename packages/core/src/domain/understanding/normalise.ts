/** Longest text that is read; mail is cut earlier, an SMS has 1,600 characters. */
export const longestRead = 8000;

/** A text made comparable. */
export interface Wording {
  /** Cut to length, control characters and lone surrogates gone; case and accents kept. */
  text: string;
  /** ` word word . word `: lower case, no accents or apostrophes, ` . ` between sentences. */
  plain: string;
  /** The words of `plain` without the stops. */
  words: string[];
  /** Letters and digits only, upper case: what whole-message words are compared with. */
  whole: string;
}

// Control, zero-width and direction marks; half of a surrogate pair. They carry no meaning and break matching.
const noise = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|\uFE0E|\uFE0F|\p{Surrogate}/gu;
const accents = /\p{Mn}+/gu;
const apostrophes = /['’‘ʼ`´]/g;
// A possessive says no more than its noun; `he's`, `it's` and their like are words of their own.
const possessive = /\b(?!(?:he|she|it|that|what|let|there|who|here|where|how|one)['’])([a-z]{3,})['’]s\b/g;
const wordOrStop = /[a-z0-9]+|[.!?;\n:]+|\p{Extended_Pictographic}/gu;

/** Never throws, whatever the characters (W15). */
export const readWording = (raw: string): Wording => {
  const text = raw.slice(0, longestRead).replace(noise, ' ').normalize('NFKC').slice(0, longestRead).trim();
  const folded = text.toLowerCase().normalize('NFD').replace(accents, '').replace(possessive, '$1').replace(apostrophes, '');
  const pieces = folded.match(wordOrStop) ?? [];
  const plain = ` ${pieces.map((piece) => (/^[.!?;\n:]/.test(piece) ? '.' : piece)).join(' ')} `;
  const words = pieces.filter((piece) => /^[a-z0-9]/.test(piece));
  return { text, plain, words, whole: words.join('').toUpperCase() };
};
