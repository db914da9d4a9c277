/** A closed list of words, each stored as one short code. Codes are for ever: never reuse one. */
export interface CodeTable<Word extends string> {
  codeOf(word: Word): string;
  /** Undefined for a code this build does not know. */
  wordOf(code: string | undefined): Word | undefined;
}

export const codeTable = <Word extends string>(codes: Readonly<Record<Word, string>>): CodeTable<Word> => {
  const words = new Map(Object.entries<string>(codes).map(([word, code]) => [code, word as Word]));
  if (words.size !== Object.keys(codes).length) throw new Error('two words share one code');
  return {
    codeOf: (word) => codes[word],
    wordOf: (code) => (code === undefined ? undefined : words.get(code)),
  };
};
