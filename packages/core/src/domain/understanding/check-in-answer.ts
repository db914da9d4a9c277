import type { Meaning, ReadingState, Sense } from '../meaning.ts';
import type { Wording } from './normalise.ts';

type Level = 1 | 2 | 3 | 4 | 5;
const isLevel = (value: number): value is Level => value >= 1 && value <= 5;

/** Digits: an answer while a check-in is open, a stray number otherwise. 0 and below count as 1 (X9). */
export const readCheckIn = (wording: Wording, state: ReadingState): Meaning | undefined => {
  const digits = /^[\s"'(]*(-?\d{1,6})[\s.!"')]*$/.exec(wording.text)?.[1];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return { ...(state.checkInOpen ? answer(value) : stray(value)), rule: 'check_in.digits', because: `the whole message is the number ${digits}` };
};

const answer = (value: number): Sense => {
  if (value <= 0) return { kind: 'check_in', value: 1 };
  return isLevel(value) ? { kind: 'check_in', value } : { kind: 'check_in_unclear' };
};

const stray = (value: number): Sense => (isLevel(value) ? { kind: 'stray_number', value } : { kind: 'stray_number' });
