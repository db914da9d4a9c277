const gap = /\{[a-z]+\}/g;

/** Words, with inner apostrophes and hyphens kept; a gap counts as one word. */
export const wordsIn = (text: string): string[] => text.replace(gap, 'gap').match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Sentences end at . ? ! … and at a line's end; a colon does not end one. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(gap, 'gap')
    .split(/(?<=[.?!…]["'”’)]*)\s+|\n+/u)
    .filter((sentence) => wordsIn(sentence).length > 0);

/** Endings and inner letters that are written and not spoken. */
const silent = /(?:[^laeiouycsxzgh]es|(?<![cs]h)(?<=h)es|[^td]ed|[^laeiouy]e)$/;
const silentInside =
  /(?<=[^aeiou])e(?=(?:ly|less|ful|ness|ment|where|body|one|times|thing|how|what)(?:s|es)?$)|(?<=ev)e(?=ry)|(?<=som)e(?=one|body|thing|time|how|what|where)|(?<=p)e(?=ople)/g;
/** Vowels that stand together and are spoken apart. */
const apart =
  /[iu]a(?!l$|n$)|io(?!n|u)|(?<![ctgx])iou|[^q]ua|(?<![pm])eo(?!p)|ying|[aeiou]ing$|ier$|iest$|ism$|(?<=qu|[^q]u|sc|[^sf]cl)ie(?=t|n)|(?<=d|r)ea(?=$|s$|ct|te)/g;

/** Syllables of one English word, by its vowels; right for most short plain words, which ours are. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const trimmed = letters.replace(silentInside, '').replace(silent, (ending) => (ending[0] === 'e' ? '' : ending[0]!));
  const groups = trimmed.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + (letters.match(apart)?.length ?? 0));
}

/**
 * Flesch-Kincaid grade, never below 0.
 * @see Kincaid et al. 1975, Naval Technical Training Command, report 8-75
 */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap((sentence) => wordsIn(sentence)).filter((word) => /[a-z]/i.test(word));
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}
