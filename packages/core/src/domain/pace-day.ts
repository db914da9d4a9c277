import type { Pace } from './subscriber.ts';

/**
 * Whether a note after the one of `lastDay` may go on `day`, both counted from GO's local date.
 * Declared dose (S8): daily; taper 4, 3, then 2 a week; twice a week; weekly on the last note's weekday.
 * The least gap of two days keeps a week from holding one too many when a note of the week before
 * went a day late; only the taper's first week has four notes to fit in.
 */
export const isPaceDay = (pace: Pace, day: number, lastDay: number): boolean => {
  const gap = day - lastDay;
  if (gap < 1) return false;
  switch (pace) {
    case 'daily':
      return true;
    case 'taper':
      return (day < 7 || gap >= 2) && taperDays(day).includes(day % 7);
    case 'twice_a_week':
      return gap >= 2 && [1, 4].includes(day % 7);
    case 'weekly':
      return gap % 7 === 0;
  }
};

/** Days 0, 2, 4, 6; then 8, 10, 12; then two a week, three and four days apart. */
const taperDays = (day: number): readonly number[] => {
  if (day < 7) return [0, 2, 4, 6];
  return day < 14 ? [1, 3, 5] : [1, 4];
};
