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

Dollars a month by service, before any free tier, and what it costs with nobody in it.
`;
const number = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    people: number,
    'notes-per-week': number,
    'texts-per-week': number,
    segments: number,
    'by-mail': number,
    shards: number,
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

const load: Required<Load> = {
  people: Number(values.people ?? 1000),
  notesPerWeek: Number(values['notes-per-week'] ?? 2.5),
  textsPerWeek: Number(values['texts-per-week'] ?? 1),
  segments: Number(values.segments ?? 2),
  shards: Number(values.shards ?? 64),
  byMail: Number(values['by-mail'] ?? 0),
};
const isOdd = Object.values(load).some((value) => !Number.isFinite(value) || value < 0) || load.byMail > 1;
const lines = monthlyCost(load);
const idle = monthlyCost({ ...load, people: 0 });

if (values.help === true) process.stdout.write(help);
else if (isOdd) {
  process.stderr.write(`Every number must be zero or more, and the share by mail at most 1.\n\n${help}`);
  process.exitCode = 2;
} else if (values.json === true)
  process.stdout.write(`${JSON.stringify({ load, lines, total: total(lines), idle: total(idle) }, undefined, 2)}\n`);
else
  process.stdout.write(
    `${lines.map(rowOf).join('\n')}\n${'total'.padEnd(18)} ${dollars(total(lines))}\nan idle month      ${dollars(total(idle))}\n`,
  );

function rowOf({ service, dollars: cost, because }: CostLine): string {
  return `${service.padEnd(18)} ${dollars(cost)}  ${because}`;
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`.padStart(12);
}
