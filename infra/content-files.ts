/** Words and weights lie beside the code and are read once per process: as code they would be compiled at each start. */
export const contentFiles = ['content', 'lexicon', 'weights'].map((name) => ({
  from: `packages/core/generated/${name}.json`,
  to: `${name}.json`,
}));
