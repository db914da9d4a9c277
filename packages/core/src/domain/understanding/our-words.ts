const openQuote = '["“„«]';
const verbs = 'liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,8} to|removed an? .{1,24} from|le gusto|le encanto';
const reaction = new RegExp(
  `^\\s*(?:${verbs}|\\p{Extended_Pictographic}{1,3} to)\\s+(?:${openQuote}|an? (?:image|photo|message|attachment))`,
  'iu',
);
const closing = /["”»](?=[^"”»]{0,200}$)/u;
const quoteLine = /^\s*>.*$/gm;

/**
 * Takes out what the person did not write (X19): a phone's reaction ("Liked “…”"), quoted lines,
 * and our own last texts. `isReaction` says that nothing else was left.
 */
export const removeOurWords = (text: string, ourTexts: readonly string[]): { text: string; isReaction: boolean } => {
  const flat = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
  if (reaction.test(flat.slice(0, 120))) {
    const rest = afterQuote(text);
    return { text: rest, isReaction: rest === '' };
  }
  return { text: ourTexts.reduce(cutOut, text.replace(quoteLine, '')), isReaction: false };
};

const afterQuote = (text: string): string => {
  const end = closing.exec(text);
  return end === null ? '' : text.slice(end.index + 1).trim();
};

/** Removes a quoted text of ours, whole or cut short by the phone with an ellipsis. */
const cutOut = (text: string, ours: string): string => {
  const start = ours.slice(0, 24);
  const at = start.length < 12 ? -1 : text.indexOf(start);
  if (at < 0) return text;
  let length = start.length;
  while (length < ours.length && text[at + length] === ours[length]) length += 1;
  return `${text.slice(0, at)} ${text.slice(at + length)}`;
};
