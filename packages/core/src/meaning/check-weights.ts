import { buildWeights } from './build-weights.ts';
import { areFresh, writtenWeights } from './write-weights.ts';

/** Part of `npm run check`: the weights in the repository are, byte by byte, what their sources make. */
const complain = (what: string): void => {
  process.stderr.write(`${what}: run \`npm run generate\` and commit packages/core/generated.\n`);
  process.exitCode = 1;
};

if (!areFresh()) complain('packages/core/generated/weights.json is older than its rules, its corpus or the code that learns');
else if (JSON.stringify(buildWeights()) !== writtenWeights()) complain('packages/core/generated/weights.json is not what its sources make');
else process.stdout.write('The weights are what their sources make.\n');
