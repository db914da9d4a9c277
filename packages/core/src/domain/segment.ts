export interface SegmentCount {
  encoding: 'GSM-7' | 'UCS-2';
  /** As Twilio counts: in GSM-7 extension characters are two, in UCS-2 a grapheme is one. */
  characters: number;
  segments: number;
}

/** GSM 03.38 basic set without the escape character. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: an escape and a second character each. */
const extension = new Set('\f^{}\\[~]|€');
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * How a text is cut into SMS parts: 160 septets or 70 code units alone, 153 or 67 each when there
 * are more. No grapheme is cut in two, as Twilio does.
 */
export const countSegments = (text: string): SegmentCount => {
  if ([...text].every((character) => basic.has(character) || extension.has(character))) {
    const sizes = [...text].map((character) => (extension.has(character) ? 2 : 1));
    return { encoding: 'GSM-7', characters: total(sizes), segments: parts(sizes, 160, 153) };
  }
  const sizes = [...graphemes.segment(text)].flatMap(({ segment }) => (segment === '\r\n' ? [1, 1] : [segment.length]));
  return { encoding: 'UCS-2', characters: sizes.length, segments: parts(sizes, 70, 67) };
};

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

const parts = (sizes: readonly number[], alone: number, each: number): number => {
  if (total(sizes) <= alone) return 1;
  let count = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > each) [count, filled] = [count + 1, 0];
    filled += size;
  }
  return count;
};
