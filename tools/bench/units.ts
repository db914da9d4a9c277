import { startEngine } from '@breathing-room/local/engine';
import { type Figure, isMet, printFigures, rounded } from './figure.ts';
import { progress } from './progress.ts';
import type { Cost } from './units-lab.ts';
import { fullPageCost, singleNoteCost, tickCosts } from './units-notes.ts';
import { type TextCosts, textCosts } from './units-texts.ts';

interface Section {
  title: string;
  figures: Figure[];
}

const fewPeople = 1_000;
const manyPeople = 100_000;
const notesAPage = 100;

/** What each piece of work costs in round trips and capacity units; ends with 1 when a limit is passed. */
export async function run({ json }: { json: boolean }): Promise<void> {
  const engine = await startEngine();
  try {
    const sections = [...textSections(await progress('texts', () => textCosts(engine.endpoint))), ...(await noteSections(engine.endpoint))];
    const isGood = sections.every(({ figures }) => figures.every(isMet));
    if (json) process.stdout.write(`${JSON.stringify({ bench: 'units', isMet: isGood, sections }, undefined, 2)}\n`);
    else for (const { title, figures } of sections) printFigures(title, figures);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    await engine.stop();
  }
}

const answered = { roundTrips: 2, reads: 1, writes: 1 };

function textSections(costs: TextCosts): Section[] {
  const answers = Object.entries(costs.checkIn).map(([value, cost]) => section(`A check-in answered with ${value}`, cost, answered));
  return [
    { title: 'The largest legal record', figures: [{ name: 'size', value: costs.largestBytes, unit: 'bytes', aim: { most: 1000 } }] },
    section('A keyword', costs.keyword, answered),
    section('A keyword from the largest record', costs.keywordOfLargest, answered),
    ...answers,
    section('A check-in answered from the largest record', costs.checkInOfLargest, answered),
    section('A text that came before', costs.repeat, { writes: 0 }),
    section('A text nobody could make out, from a new number', costs.notUnderstood, answered),
    section('JOIN from a new number', costs.join),
    section('GO, with its line in the ledger', costs.go),
    section('STOP, with its line in the ledger', costs.stop),
  ];
}

async function noteSections(endpoint: string): Promise<Section[]> {
  const single = await progress('one note', () => singleNoteCost(endpoint));
  const page = await progress(`${notesAPage} notes`, () => fullPageCost(endpoint));
  const few = await progress(`a tick among ${fewPeople} people`, () => tickCosts(endpoint, fewPeople));
  const many = await progress(`a tick among ${manyPeople} people`, () => tickCosts(endpoint, manyPeople));
  return [
    section('A run with a single note: the note and what every run costs', single),
    pageSection(page),
    section(`A tick with 100 notes due among ${fewPeople} people, in 8 shards`, few.busy),
    section(`The same among ${manyPeople} people`, many.busy, few.busy),
    section(`A tick with nothing due among ${manyPeople} people`, many.idle, few.idle),
  ];
}

function pageSection({ roundTrips, writes, posts }: Cost): Section {
  const perNote = (count: number): number => rounded(count / notesAPage);
  return {
    title: `A run with a full page of ${notesAPage} notes`,
    figures: [
      { name: 'round trips a note, the whole run shared out', value: perNote(roundTrips), unit: '', aim: { most: 2.1 } },
      { name: 'of the run itself', value: roundTrips - 2 * notesAPage, unit: 'round trips' },
      { name: 'write units of its notes, each', value: perNote(writes - budgetBlock), unit: '', aim: { most: 4, least: 4 } },
      { name: 'write units of the budget block', value: budgetBlock, unit: '' },
      { name: 'texts handed to the provider, each note', value: perNote(posts), unit: '', aim: { most: 1, least: 1 } },
    ],
  };
}

/** The day's cap is taken once a page. */
const budgetBlock = 1;

const names = { roundTrips: 'round trips', reads: 'read units', writes: 'write units', posts: 'texts to the provider' } as const;

/** Limits are exact: less than promised would be as strange as more. */
function section(title: string, cost: Cost, limits: Partial<Cost> = {}): Section {
  const figures = (Object.keys(names) as (keyof Cost)[]).map((name): Figure => {
    const limit = limits[name];
    return { name: names[name], value: cost[name], unit: '', ...(limit !== undefined && { aim: { most: limit, least: limit } }) };
  });
  return { title, figures: figures.filter(({ name, value }) => value > 0 || name !== names.posts) };
}
