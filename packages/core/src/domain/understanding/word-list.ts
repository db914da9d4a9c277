/**
 * Sorted words as one string, each as how many letters it shares with the word before (one base-36 digit) and the
 * rest: `0stop 4ped 3ry`. Half the room of the words written out, and read in one pass.
 */
export const packWords = (words: Iterable<string>): string => {
  let last = '';
  return [...new Set(words)]
    .sort()
    .map((word) => {
      const shared = sharedLength(last, word);
      last = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(' ');
};

/** The words again, in their order. */
export const unpackWords = (packed: string): string[] => {
  let last = '';
  return packed === ''
    ? []
    : packed.split(' ').map((piece) => (last = last.slice(0, Number.parseInt(piece[0] ?? '0', 36)) + piece.slice(1)));
};

const most = 35;
const sharedLength = (one: string, other: string): number => {
  let at = 0;
  while (at < most && at < one.length && one[at] === other[at]) at += 1;
  return at;
};
