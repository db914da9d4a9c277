import { parseArgs } from 'node:util';
import { Settings, SettingsError, readSettings } from '@breathing-room/functions/settings';
import { EngineError } from './engine-error.ts';
import { DataFolderError } from './local-state.ts';
import { openPage } from './open-page.ts';
import { PortTakenError, runLocal, type Running } from './run-local.ts';

// The AWS SDK warns at start that it will one day leave Node 20; that is news for operators, not for this page.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const help = `Breathing Room on one machine: the real service, a database a carrier and a post of its own.

  npm start                     start, print the address, open the page
  npm start -- --no-open        the same without opening the page
  npm start -- --help           this text

Settings come from the environment, all with defaults: ${Object.keys(Settings.shape).join(', ')}.
Data lies in DATA_DIR (.data) and survives a restart; remove the folder to begin anew.
`;

/** `npm start`. Exit codes: 0 stopped by hand, 1 could not start, 2 unknown option. */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' }, 'no-open': { type: 'boolean' } } });
  if (values.help) return void process.stdout.write(help);
  const settings = readSettings(process.env);
  const running = await runLocal(settings);
  process.stdout.write(greeting(settings, running));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)));
  if (!values['no-open'] && process.stdout.isTTY && process.env['CI'] === undefined) openPage(`${running.url}/phones`);
}

const greeting = (settings: Settings, { url, endpoint, smtpPort }: Running): string => `
Breathing Room is running: ${url}/phones

  Text a phone on the page, or from a script:
  curl -s -d '{"body":"SPACE"}' ${url}/local/phones/+12125550123/messages

  Mailboxes are at ${url}/mailboxes; mail programs write by SMTP to 127.0.0.1:${smtpPort}.
  The public pages are at ${url}

  The operator's command line, in another window:
  DYNAMODB_ENDPOINT=${endpoint} npm run operator -- status

Settings (all local, none of them secret):
${Object.entries(settings)
  .map(([name, value]) => `  ${name}=${Array.isArray(value) ? value.join(',') : value}`)
  .join('\n')}

Ctrl-C stops it; ${settings.DATA_DIR} keeps people, phones, mailboxes and the clock.
`;

/** Only failures a person can mend are told in one line; anything else keeps its stack. */
function explain(error: unknown): { lines: string[]; code: number } {
  if (error instanceof SettingsError) return { lines: [...error.lines], code: 1 };
  if (error instanceof EngineError || error instanceof DataFolderError || error instanceof PortTakenError)
    return { lines: [error.message], code: 1 };
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return { lines: [error.message, help], code: 2 };
  return { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], code: 1 };
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  const { lines, code } = explain(error);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(code);
});
