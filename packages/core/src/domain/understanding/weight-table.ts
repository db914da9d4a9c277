import { base, readDigit, writeDigit } from './feature-code.ts';

/** One feature: its code, and the levels it adds to labels. */
export interface WeightRow {
  code: number;
  levels: readonly { label: number; level: number }[];
}

/** Levels run from -highest to highest. */
export const highest = 22;
const signs = 2 * highest + 1;

/** How far one pair of digits reaches; the last of them says that the next pair adds to it. */
const far = base * base - 1;

/**
 * Rows by rising code as one string. A row is the distance from the code before (pairs of digits) and its levels: a
 * digit for the label, and one for the level that also says whether it is the row's last.
 */
export const packWeights = (rows: readonly WeightRow[]): string => {
  let before = 0;
  return rows
    .map(({ code, levels }) => {
      const written = packDistance(code - before) + levels.map((each, at) => packLevel(each, at === levels.length - 1)).join('');
      before = code;
      return written;
    })
    .join('');
};

const packDistance = (distance: number): string => {
  const pairs = Math.floor(distance / far);
  const left = distance % far;
  return writePair(far).repeat(pairs) + writePair(left);
};
const writePair = (value: number): string => writeDigit(value % base) + writeDigit(Math.floor(value / base));

const packLevel = ({ label, level }: WeightRow['levels'][number], isLast: boolean): string =>
  writeDigit(label) + writeDigit(level + highest + (isLast ? signs : 0));

/** Levels ready to be added: those of a code found in `codes` at `slot` stand from `starts[slot]` up to `ends[slot]`. */
export interface WeightTable {
  /** Open addressing: -1 where a slot is free. */
  codes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  labels: Uint8Array;
  levels: Int8Array;
}

export const unpackWeights = (packed: string): WeightTable => {
  const slots = 2 ** Math.ceil(Math.log2(packed.length / 2 + 2));
  const table: WeightTable = {
    codes: new Int32Array(slots).fill(-1),
    starts: new Int32Array(slots),
    ends: new Int32Array(slots),
    labels: new Uint8Array(packed.length / 2),
    levels: new Int8Array(packed.length / 2),
  };
  let [code, at, next] = [0, 0, 0];
  while (at < packed.length) {
    for (let pair = far; pair === far; at += 2) code += pair = readDigit(packed, at) + base * readDigit(packed, at + 1);
    const slot = slotOf(table, code);
    table.codes[slot] = code;
    table.starts[slot] = next;
    for (let isLast = false; !isLast; at += 2, next += 1) {
      const written = readDigit(packed, at + 1);
      isLast = written >= signs;
      table.labels[next] = readDigit(packed, at);
      table.levels[next] = (written % signs) - highest;
    }
    table.ends[slot] = next;
  }
  return table;
};

/** Where a code stands, or the free slot where it would. */
const slotOf = ({ codes }: WeightTable, code: number): number => {
  const mask = codes.length - 1;
  let slot = (Math.imul(code, 0x9e3779b1) >>> 7) & mask;
  while (codes[slot] !== code && codes[slot] !== -1) slot = (slot + 1) & mask;
  return slot;
};

/** Adds a code's levels to the scores that begin at `from`, one for each label; whether the code is known. */
export const addLevels = (table: WeightTable, code: number, scores: Float64Array, from: number): boolean => {
  const slot = slotOf(table, code);
  if (table.codes[slot] === -1) return false;
  const end = table.ends[slot] ?? 0;
  for (let at = table.starts[slot] ?? 0; at < end; at += 1) scores[from + (table.labels[at] ?? 0)]! += table.levels[at] ?? 0;
  return true;
};
