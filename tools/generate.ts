import { compileContent } from '@breathing-room/core/content/compile-content';
import { writeWeights } from '@breathing-room/core/meaning/write-weights';
import { isError } from '@breathing-room/core/content/problem';
import { writeCompiled } from '@breathing-room/core/content/write-compiled';

/** Makes what the code reads from what authors write: content, lexicon and weights. Not kept in git. */
const compiled = await compileContent({ root: process.cwd() });
const errors = compiled.problems.filter(isError);
if (errors.length > 0) {
  process.stderr.write(`The content has ${errors.length} faults; \`npm run content\` shows each with its place and the mend.\n`);
  process.exit(1);
}
await writeCompiled({ root: process.cwd(), compiled });
writeWeights();
