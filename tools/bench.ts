import { parseArgs } from 'node:util';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'; // Its word on Node 20, at every import.

/** `help`: more than its name says; printed for `<name> --help`. */
interface Bench {
  run(options: { json: boolean }): Promise<void>;
  help?: string;
}

/** Loaded when asked for. */
const benches: Record<string, () => Promise<Bench>> = {
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
const name = positionals[0] ?? '';
const bench = await benches[name]?.();
if (values.help === true) process.stdout.write(bench?.help ?? help);
else if (bench === undefined) {
  process.stderr.write(`There is no bench "${name}".\n\n${help}`);
  process.exitCode = 2;
} else await bench.run({ json: values.json === true });
