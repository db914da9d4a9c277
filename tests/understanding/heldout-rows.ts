import { readVoices, type VoiceRow } from '../../packages/core/src/meaning/read-voices.ts';

/** Thresholds were chosen on half `a`, and its failures may be read; half `b` gives the honest figures. */
export type Half = 'a' | 'b';

/** Whole voices, never single rows, so that no habit of a voice is known in both halves. */
const voicesOfA = new Set(['redditor', 'nurse2', 'tester', 'swiper', 'counsellorish', 'goth', 'mumsnet', 'colombiana']);

/** Every row of a half, in the order of the files' names. */
export const readHeldout = (half: Half): VoiceRow[] =>
  readVoices(new URL('../corpus/heldout/', import.meta.url)).filter(({ voice }) => voicesOfA.has(voice) === (half === 'a'));
