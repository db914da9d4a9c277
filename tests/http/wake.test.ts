import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, latest, plusMinutes, plusSeconds } from '@breathing-room/core/domain/instant';
import type { Services } from '@breathing-room/core/services';
import { queueDueShards } from '@breathing-room/functions/jobs/tick';
import { wakeQueued } from '@breathing-room/functions/jobs/wake';
import { startLocal, type TestLocal } from '../support/local.ts';
import { morning, sending } from '../support/sending.ts';

const numbers = Array.from({ length: 12 }, (_, index) => `+1212555${String(100 + index).padStart(4, '0')}`);

let running: TestLocal;
let allDue: Instant;

beforeEach(async () => {
  running = await startLocal({ frozen: morning, env: { WAKE_SHARDS: '1' } });
  allDue = latest(morning, ...(await Promise.all(numbers.map((number) => sending(running, number).joins()))));
});
afterEach(() => running.close());

/** Each note takes the provider so many seconds, two at a time. */
function withSlowProvider(seconds: number): Services {
  const { services, clock } = running.local;
  const { texts } = services;
  const send: typeof texts.send = (text) => {
    clock.moveTo(plusSeconds(clock.now(), seconds));
    return texts.send(text);
  };
  return { ...services, texts: { ...texts, send }, limits: { ...services.limits, parallel: 2 } };
}

/** What a minute of production does: the tick queues, the worker takes what was queued. */
async function minute(services: Services) {
  const queued: { messageId: string; body: string }[] = [];
  const queueShards = async (shards: readonly number[]): Promise<void> =>
    void queued.push(...shards.map((shard) => ({ messageId: `m${shard}`, body: JSON.stringify({ shard }) })));
  await queueDueShards({ ...services, queueShards });
  const answer = queued.length === 0 ? undefined : await wakeQueued(services, queued);
  await running.local.standIn.deliveries.settled();
  return answer;
}

const notesOf = (number: string): number => sending(running, number).notes().length;
const allNotes = (): number[] => numbers.map(notesOf);
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('a worker whose time runs out', () => {
  it('begins with nobody new, fails nothing, and leaves the rest to the minutes after: none lost, none doubled', async () => {
    const services = withSlowProvider(8);
    running.local.clock.moveTo(allDue);
    expect(await minute(services)).toEqual({ batchItemFailures: [] });
    const first = sum(allNotes());
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(numbers.length);
    expect(await running.local.services.store.countsOf(allDue.slice(0, 10))).toMatchObject({
      wake: { 'out-of-time': 1, 'post.sent': first },
    });
    for (let minutes = 1; sum(allNotes()) < numbers.length && minutes < 10; minutes++) await minute(services);
    expect(allNotes()).toEqual(numbers.map(() => 1));
    running.local.clock.moveTo(plusMinutes(running.local.clock.now(), 10));
    expect(await minute(services)).toBeUndefined();
    expect(allNotes()).toEqual(numbers.map(() => 1));
  });

  it('ends within the 60 s of the function, the note it is at and the slowest provider included', async () => {
    running.local.clock.moveTo(allDue);
    await minute(withSlowProvider(10));
    expect(running.local.clock.now() <= plusSeconds(allDue, 60)).toBe(true);
  });

  it('takes those first who waited longest', async () => {
    const { store } = running.local.services;
    const due = await store.due(0, allDue, 100);
    running.local.clock.moveTo(allDue);
    await minute(withSlowProvider(8));
    const sent = sum(allNotes());
    const left = await store.due(0, allDue, 100);
    expect(left.map(({ id }) => id)).toEqual(due.slice(sent).map(({ id }) => id));
  });
});
