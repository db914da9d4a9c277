/** Words too common to look a rule up by. */
const common = new Set('i im ive id ill me my myself you your he she they it him her them his their hes shes theyre its we us a an the to of in on at for and or but so if is are was were be been do did does dont have has had this that not no with from up out get go just when what how que no me mi el la de en a lo'.split(' '));

const parts = (line: string): string[] => line.split(' ');

/**
 * The regular expression of one phrase line over normalised words. `a|b` either word, `a_b` two words,
 * `word?` may be missing, `word*` any ending, `..` up to two words between (`..4` up to four),
 * `^` and `$` edges of a sentence, `!a` not followed by, `~a` not preceded by. Every gap is bounded.
 */
export const expressionOf = (line: string): RegExp => new RegExp(`(?<= )${parts(line).map(sourceOf).join('')}`, 'g');

/** The end of a sentence: no further word follows. */
const edge = '(?![a-z0-9~])';

const sourceOf = (part: string): string => {
  if (part === '^') return '(?<=^ |[^a-z0-9~ ] )';
  if (part === '$') return edge;
  const gap = /^\.\.(\d?)$/.exec(part);
  if (gap !== null) return `(?:[^ .]+ ){0,${gap[1] === '' ? 2 : gap[1]}}?`;
  if (part.startsWith('!')) return `(?!${choice(part.slice(1))})`;
  if (part.startsWith('~')) return `(?<! ${choice(part.slice(1))})`;
  return part.endsWith('?') ? `(?:${choice(part.slice(0, -1))})?` : choice(part);
};

const choice = (words: string): string => {
  const either = words.split('|').filter((word) => word !== '$').map((word) => word.replaceAll('_', ' ').replaceAll('.', '\\.').replace('*', '[a-z0-9]*'));
  const one = either.length === 1 ? `${either[0]} ` : `(?:${either.join('|')}) `;
  return words.includes('$') ? `(?:${one}|${edge})` : one;
};

/** Words of the rarest-looking part: the line can only match where one of them stands. Empty: always try. */
export const anchorsOf = (line: string): string[] => {
  const usable = parts(line).filter((part) => /^[a-z0-9]/.test(part) && !part.endsWith('?')).map((part) => part.split('|').map(anchorOf)).filter((words) => !words.includes('') && !words.includes('$'));
  const cost = (words: readonly string[]): number => words.reduce((sum, word) => sum + (common.has(word) ? 50 : 1), 0);
  return [...new Set(usable.sort((one, other) => cost(one) - cost(other))[0] ?? [])];
};

const anchorOf = (words: string): string => {
  const usable = words.split('_').filter((word) => !word.includes('*'));
  return usable.find((word) => !common.has(word)) ?? usable[0] ?? '';
};
