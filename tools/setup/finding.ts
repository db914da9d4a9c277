/** One thing looked at. `wrong` stops a launch; `by_hand` cannot be read from outside and is somebody's to look at. */
export interface Finding {
  kind: 'ok' | 'wrong' | 'by_hand';
  what: string;
  /** What to do; in the words of the console it is done in. */
  mend?: string;
}

export const finding = (isGood: boolean, what: string, mend: string): Finding =>
  isGood ? { kind: 'ok', what } : { kind: 'wrong', what, mend };

export const rowOf = ({ kind, what, mend }: Finding): string => {
  const mark = { ok: 'ok     ', wrong: 'WRONG  ', by_hand: 'by hand' }[kind];
  return `${mark}  ${what}${mend === undefined ? '' : `\n         ${mend}`}`;
};
