import { parseArgs } from 'node:util';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'; // Its word on Node 20, at every import.

/** One module per bench, each with `run({ json })`; loaded when asked for. */
const benches: Record<string, () => Promise<{ run(options: { json: boolean }): Promise<void> }>> = {
  coldstart: () => import('./bench/coldstart.ts'),
  inbound: () => import('./bench/inbound.ts'),
  units: () => import('./bench/units.ts'),
  understand: () => import('./bench/understand.ts'),
  corpus: () => import('./bench/corpus.ts'),
};

const help = `npm run bench -- <name> [--json]

${Object.keys(benches)
  .map((name) => `  ${name}`)
  .join('\n')}
`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
const bench = benches[positionals[0] ?? ''];
if (values.help === true) process.stdout.write(help);
else if (bench === undefined) {
  process.stderr.write(`There is no bench "${positionals[0] ?? ''}".\n\n${help}`);
  process.exitCode = 2;
} else await (await bench()).run({ json: values.json === true });
