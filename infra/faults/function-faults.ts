import type { Fault } from './fault.ts';

const core = 'packages/core/src';
const functions = 'packages/functions/src';

/** Mistakes in what functions are made of, may do and are watched by. */
export const functionFaults: Fault[] = [
  { name: 'a handler file with a typing error', file: 'infra/api.ts', find: 'src/http.handler', put: 'src/htpp.handler' },
  { name: 'a handler name with a typing error', file: 'infra/api.ts', find: 'src/fallback.handler', put: 'src/fallback.handle' },
  { name: 'a function nobody watches', file: 'infra/alarms.ts', find: "watch('Replay', replay);\n", put: '' },
  { name: 'an alarm that wakes nobody', file: 'infra/alarm.ts', find: '    alarmActions: [alerts.arn],\n', put: '' },
  { name: 'an alarm without a paragraph for it', file: 'infra/alarms.ts', find: "runbook: 'Notes are late'", put: "runbook: 'Something is late'" },
  { name: 'a silent tick that is taken for peace', file: 'infra/alarms.ts', find: "treatMissingData: 'breaching'", put: "treatMissingData: 'notBreaching'" },
  { name: 'sqs:* for a function', file: 'infra/wake.ts', find: "actions: ['sqs:SendMessage'], resources: [dueShards.arn]", put: "actions: ['sqs:*'], resources: [dueShards.arn]" },
  { name: 'a linked table (dynamodb:*)', file: 'infra/replay.ts', find: 'link: serviceSecrets', put: 'link: [...serviceSecrets, table]' },
  { name: 'a secret in plain environment', file: 'infra/api.ts', find: 'environment: { ...serviceSettings,', put: 'environment: { ...serviceSettings, PLAIN: serviceSecrets[0]!.value,' },
  { name: 'secrets for the function that needs none', file: 'infra/api.ts', find: "  memory: '256 MB',", put: "  memory: '256 MB',\n  link: serviceSecrets," },
  { name: 'logs kept for ever', file: 'infra/defaults.ts', find: "retention: '1 month'", put: "retention: 'forever'" },
  { name: 'an old runtime', file: 'infra/defaults.ts', find: "'nodejs24.x'", put: "'nodejs20.x'" },
  { name: 'the dearer processor', file: 'infra/defaults.ts', find: "'arm64'", put: "'x86_64'" },
  { name: 'code that is not minified', file: 'infra/defaults.ts', find: 'minify: true', put: 'minify: false' },
  // Left out, not false: SST packs the maps for either of the two words.
  { name: 'code whose stacks nobody can read', file: 'infra/defaults.ts', find: 'sourcemap: true, ', put: '' },
  { name: 'every map read at each start', file: 'infra/defaults.ts', find: "  args.memory ??= '512 MB';\n", put: "  args.environment = $util.output(args.environment ?? {}).apply((own) => ({ NODE_OPTIONS: '--enable-source-maps', ...own }));\n" },
  { name: 'a function without its words', file: 'infra/api.ts', find: '  copyFiles: contentFiles,\n', put: '' },
  { name: 'the words compiled into the code', file: `${functions}/make-runtime.ts`, find: '(await readContent(folder))', put: "(await import('@breathing-room/core/content/load-content')).loadContent()" },
  { name: 'the whole of twilio in a function', file: `${functions}/http.ts`, find: "import { handle }", put: "import twilio from 'twilio';\nexport const whole = () => twilio('AC', 'x');\nimport { handle }" },
  { name: "zod with all its languages", file: `${core}/domain/instant.ts`, find: "import * as z from 'zod'", put: "import { z } from 'zod'" },
  { name: 'a permission too little', file: 'infra/wake.ts', find: "'PutItem', 'UpdateItem')", put: "'PutItem')", suite: 'stories' },
  { name: 'a permission too much', file: 'infra/api.ts', find: "'UpdateItem', 'Query')", put: "'UpdateItem', 'Query', 'DeleteItem')", suite: 'stories' },
  { name: 'a list of phones nobody obeys', file: `${functions}/only-to.ts`, find: 'numbers.includes(text.to)', put: 'true', suite: 'stories' },
  { name: 'counts wrapped by the console', file: `${functions}/log-line.ts`, find: 'void process.stdout.write(`${JSON.stringify(line)}\\n`)', put: 'console.log(JSON.stringify(line))', suite: 'stories' },
  { name: 'a worker that forgets which shard failed', file: `${functions}/jobs/wake.ts`, find: '      failed.push(messageId);\n', put: '', suite: 'stories' },
];
