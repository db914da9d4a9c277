import { wakeAll, wakeDue } from '@breathing-room/core/actions/wake-due';
import { replayMark } from '@breathing-room/core/actions/replay-missed';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import { epochSeconds, plusDays, plusSeconds } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { addressKey } from '@breathing-room/core/dynamo/address-key';
import type { Item } from '@breathing-room/core/dynamo/item';
import { packTime } from '@breathing-room/core/dynamo/packed-line';
import { wakeIndex } from '@breathing-room/core/dynamo/table-definition';
import { wakeKey, wakeShard } from '@breathing-room/core/dynamo/wake-shard';
import type { Counts } from '@breathing-room/core/ports';
import { lifeOf } from './crowd.ts';
import { recordOf, writeItems } from './seed.ts';
import { type Cost, type Lab, openLab } from './units-lab.ts';

const dueCount = 100;
/** A Monday; the note asked about goes some days after. */
const monday = '2026-03-02T16:00:00Z';

/** One run of one shard that has exactly so many notes to send. */
export const fullPageCost = (endpoint: string): Promise<Cost> => shardCost(endpoint, dueCount);
export const singleNoteCost = (endpoint: string): Promise<Cost> => shardCost(endpoint, 1);

async function shardCost(endpoint: string, notes: number): Promise<Cost> {
  const lab = await openLab(endpoint, monday);
  const inShard = numbers(lab, 2000)
    .filter((number) => shardOf(lab, number) === 0)
    .slice(0, notes);
  return whileOpen(lab, async () => {
    await addDue(lab, inShard);
    return lab.costOf(() => expectSent(wakeDue(lab.services, { shard: 0 }), notes));
  });
}

/** One run of all shards with 100 notes due among so many people, and the next run, with nothing due. */
export async function tickCosts(endpoint: string, people: number): Promise<{ busy: Cost; idle: Cost }> {
  const lab = await openLab(endpoint, monday);
  return whileOpen(lab, async () => {
    const life = await addDue(lab, numbers(lab, dueCount));
    await writeItems(lab.table, sleepers(lab, life, people - dueCount));
    const busy = await lab.costOf(() => expectSent(wakeAll(lab.services), dueCount));
    const idle = await lab.costOf(() => expectSent(wakeAll(lab.services), 0));
    return { busy, idle };
  });
}

const numbers = (lab: Lab, count: number): PhoneNumber[] => Array.from({ length: count }, () => lab.freshNumber());

const shardOf = ({ table }: Lab, number: string): number =>
  wakeShard(addressKey(table.pepper, { channel: 'sms', value: number }), table.shards);

/** People in the middle of a programme whose next note is due at the moment the clock is set to. */
async function addDue(lab: Lab, people: readonly PhoneNumber[]): Promise<Subscriber> {
  const life = lifeOf({ number: people[0]!, state: 'asked' }, lab.guide, monday)!;
  await writeItems(
    lab.table,
    people.map((number) => recordOf(lab.table, life, number)),
  );
  lab.setClock(life.wakeAt!);
  await lab.services.store.writeMark(replayMark, life.wakeAt!); // As the hourly job leaves it.
  return life;
}

/** Whole records of people whose next note is weeks away, under keys nobody asks for. */
function sleepers({ table }: Lab, life: Subscriber, count: number): Item[] {
  const record = recordOf(table, life, '+12125559999');
  const wakes = epochSeconds(plusDays(life.wakeAt!, 20)) - epochSeconds(life.wakeAt!);
  return Array.from({ length: count }, (_, index) => ({
    ...record,
    pk: { S: `S#${String(index).padStart(22, 'z')}` },
    [wakeIndex.partition]: { S: wakeKey(index % table.shards) },
    [wakeIndex.sort]: { S: packTime(plusSeconds(life.wakeAt!, 3600 + ((index * 7919) % wakes))) },
  }));
}

async function expectSent(run: Promise<Counts>, notes: number): Promise<void> {
  const counts = await run;
  if ((counts['post.sent'] ?? 0) !== notes) throw new Error(`${notes} notes were due, and this came of it: ${JSON.stringify(counts)}`);
}

async function whileOpen<Result>(lab: Lab, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await lab.close();
  }
}
