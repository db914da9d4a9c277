import { runtime } from '@breathing-room/functions/runtime';
import { commands, UsageError } from './commands.ts';

const help = `npm run operator -- <command>

${Object.values(commands)
  .map(({ usage, does }) => `  ${usage.padEnd(38)} ${does}`)
  .join('\n')}

Settings come from the environment, as for the deployed service. On one machine, with \`npm start\` running,
set DYNAMODB_ENDPOINT to the address it prints.
Exit codes: 0 done, 1 it failed, 2 not understood.
`;

/** The operator's command line. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') return say(help);
  const command = commands[name];
  if (command === undefined) return complain(`There is no command "${name}".\n\n${help}`, 2);
  try {
    const { services } = await runtime();
    return say(`${(await command.run(services, args)).join('\n')}\n`);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n  npm run operator -- ${command.usage}\n`, 2);
    return complain(`${name} failed: ${error instanceof Error ? error.message : 'for an unknown reason'}\n`, 1);
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(text: string, code: number): number {
  process.stderr.write(text);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
