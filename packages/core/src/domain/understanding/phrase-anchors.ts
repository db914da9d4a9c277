/** Words too common to look a rule up by. */
const common = new Set(
  'i im ive id ill me my myself you your he she they it him her them his their hes shes theyre its we us a an the to of in on at for and or but so if is are was were be been do did does dont have has had this that not no with from up out get go just when what how que no me mi el la de en a lo'.split(
    ' ',
  ),
);

/** Which part of a line to look it up by: the one whose words are fewest and rarest. -1: none will do. */
export const anchorPart = (line: string): number => {
  const costs = line.split(' ').map((part) => (/^[a-z0-9]/.test(part) && !part.endsWith('?') ? costOf(part) : Number.POSITIVE_INFINITY));
  const least = Math.min(...costs);
  return least === Number.POSITIVE_INFINITY ? -1 : costs.indexOf(least);
};

const costOf = (part: string): number => {
  const words = part.split('|');
  if (words.some((word) => word === '$' || word.includes('*'))) return Number.POSITIVE_INFINITY;
  return words.reduce((sum, word) => sum + (common.has(anchorOf(word)) ? 50 : 1), 0);
};

const anchorOf = (words: string): string => {
  if (!words.includes('_')) return words;
  const each = words.split('_');
  return each.find((word) => !common.has(word)) ?? each[0] ?? '';
};

/** The words of a part to look its rule up by. */
export const anchorsOf = (part: string): Set<string> => new Set(part.split('|').map(anchorOf));
