import { fileURLToPath } from 'node:url';
import { compileContent } from './compile-content.ts';
import { isError, showProblem } from './problem.ts';
import { writeCompiled } from './write-compiled.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const compiled = await compileContent({ root });
for (const problem of compiled.problems) console.log(showProblem(problem));
await writeCompiled({ root, compiled });
console.log(`${compiled.texts.length} texts, ${compiled.problems.length} findings`);
process.exitCode = compiled.problems.some(isError) ? 1 : 0;
