/** Lets a fresh clone type-check before the first `npm run content`. */
declare module '*/generated/content.json' {
  const content: unknown;
  export default content;
}
declare module '*/generated/lexicon.json' {
  const lexicon: unknown;
  export default lexicon;
}
declare module '*/generated/weights.json' {
  const weights: unknown;
  export default weights;
}
