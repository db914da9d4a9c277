/** What windows-1252 holds at 0x80 to 0x9F; a gap stays as it is. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 reads windows-1252 as Latin-1, which leaves control characters where quotes and dashes were. */
export const repairWindows1252 = (text: string): string =>
  text.replaceAll(/[\u0080-\u009F]/g, (letter) => upper[letter.charCodeAt(0) - 0x80] ?? letter);
