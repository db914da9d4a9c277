import { parseArgs } from 'node:util';
import { type CostLine, type Load, monthlyCost, total } from './cost/monthly-cost.ts';

const help = `npm run cost -- --people 10000 --notes-per-week 3

  --people <n>           people in a programme
  --notes-per-week <n>   notes to each (2.5 when left out: the pace of an eight-week programme)
  --texts-per-week <n>   texts from each (1)
  --segments <n>         segments of a text (2)
  --by-mail <share>      of the people, 0 to 1, who get and write mails in place of texts (0)
  --shards <n>           wake shards (64)
  --json

Dollars a month by service, before any free tier; beside it the idle month, with nobody in a programme.
Exit codes: 0 reckoned, 2 not understood.
`;

const number = { type: 'string' } as const;
const options = {
  people: number,
  'notes-per-week': number,
  'texts-per-week': number,
  segments: number,
  'by-mail': number,
  shards: number,
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function main(): number {
  const { values } = parseArgs({ options });
  if (values.help === true) return say(help);
  const load: Required<Load> = {
    people: Number(values.people ?? 1000),
    notesPerWeek: Number(values['notes-per-week'] ?? 2.5),
    textsPerWeek: Number(values['texts-per-week'] ?? 1),
    segments: Number(values.segments ?? 2),
    shards: Number(values.shards ?? 64),
    byMail: Number(values['by-mail'] ?? 0),
  };
  if (Object.values(load).some((value) => !Number.isFinite(value) || value < 0) || load.byMail > 1)
    throw new Error('Every number must be zero or more, and the share by mail at most 1.');
  const [lines, idle] = [monthlyCost(load), monthlyCost({ ...load, people: 0 })];
  return say(
    values.json === true ? JSON.stringify({ load, lines, total: total(lines), idle: total(idle) }, undefined, 2) : table(load, lines, idle),
  );
}

/** Both providers send a bill of their own, so each has its sum. */
function table(load: Required<Load>, lines: readonly CostLine[], idle: readonly CostLine[]): string {
  const row = (service: string, name = service, isPart = (line: CostLine): boolean => line.service === service): string => {
    const [now, then] = [lines.filter(isPart), idle.filter(isPart)];
    return `${name.padEnd(18)}${dollars(total(now))}${dollars(total(then))}   ${now.length === 1 ? now[0]!.because : ''}`.trimEnd();
  };
  const isTwilio = ({ service }: CostLine): boolean => service.startsWith('Twilio');
  return [
    asked(load),
    '',
    `${''.padEnd(18)}${'a month'.padStart(15)}${'an idle one'.padStart(15)}`,
    ...lines.map(({ service }) => row(service)),
    '',
    row('', "AWS's bill", (line) => !isTwilio(line)),
    row('', "Twilio's bill", isTwilio),
    row('', 'together', () => true),
    '',
    "Before any free tier, by the list prices of us-east-1 in tools/cost/prices.ts: compare those with today's first.",
    'How much of everything a note or a text takes was counted: npm run bench -- units',
  ].join('\n');
}

const asked = ({ people, notesPerWeek, textsPerWeek, segments, byMail }: Required<Load>): string =>
  `${people.toLocaleString('en-US')} people; each gets ${notesPerWeek} notes and writes ${textsPerWeek} a week; ${segments} segments a text; ${Math.round(byMail * 100)} % by mail.`;

const dollars = (amount: number): string =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`.padStart(15);

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${help}`);
  process.exitCode = 2;
}
