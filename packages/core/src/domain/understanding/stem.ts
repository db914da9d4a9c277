const endings = /(?:ations?|ness|ingly|edly|ments?|ings?|ied|ies|ers?|ed|es|ly|s)$/;

/** A rough stem: good enough to bring `texting`, `texted` and `texts` together. */
export const stemOf = (word: string): string => {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const cut = word.replace(endings, '');
  const stem = cut.length >= 3 ? cut : word;
  return /([bdglmnprt])\1$/.test(stem) && stem.length > 3
    ? stem.slice(0, -1)
    : stem.endsWith('e') && stem.length > 4
      ? stem.slice(0, -1)
      : stem;
};
