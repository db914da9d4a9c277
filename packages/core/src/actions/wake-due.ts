import type { Instant } from '../domain/instant.ts';
import { nudge } from '../domain/nudge.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Counts, DueEntry } from '../ports.ts';
import type { Services } from '../services.ts';
import { addUp } from './add-up.ts';
import { afterSave, deliver } from './deliver.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { giveUp, lookUp } from './look-up.ts';
import { type MayGo, mayNotesGo } from './may-notes-go.ts';
import { type NoteBudget, noteBudget } from './note-budget.ts';
import { purge } from './purge.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'mails' | 'links' | 'composeMail' | 'guide' | 'limits' | 'trace'>;

/** One BatchGetItem carries at most 100 keys. */
const pageSize = 100;
/** Steps one person may take in one run: a lapsed offer, then a pause that ends, then a note. */
const mostSteps = 4;

export interface WakeRun {
  shard: number;
  /** Nobody new is begun with after this; whoever is left stays due. */
  until?: Instant;
}

/** Does what is due in one shard, oldest first, and returns named counts. One bad record stops nobody else. */
export async function wakeDue(services: Needs, { shard, until }: WakeRun): Promise<Counts> {
  const { store, clock } = services;
  const counts: Counts = {};
  const mayGo = mayNotesGo(services, counts);
  const isOver = (): boolean => until !== undefined && clock.now() >= until;
  let left = 0;
  let after: DueEntry | undefined;
  do {
    const page = await store.due(shard, clock.now(), pageSize, after);
    if (page.length > 0) left = await workPage(services, page, { mayGo, isOver, counts });
    after = page.length < pageSize ? undefined : page.at(-1);
  } while (after !== undefined && !isOver());
  if (left > 0 || after !== undefined) addUp(counts, { 'out-of-time': 1 });
  return counts;
}

interface Run {
  mayGo: MayGo;
  isOver: () => boolean;
  counts: Counts;
}

/** @returns how many of the page were not begun with. */
async function workPage(services: Needs, page: readonly DueEntry[], { mayGo, isOver, counts }: Run): Promise<number> {
  // Taken from the end, the oldest first: whoever is left over is never the one who waited longest.
  const waiting = (await services.store.findMany(page.map(({ id }) => id))).toReversed();
  const budget = noteBudget(services, waiting.length, mayGo);
  const next = (): Subscriber | undefined => (isOver() ? undefined : waiting.pop());
  const worker = async (): Promise<void> => {
    for (let person = next(); person !== undefined; person = next()) addUp(counts, await workOne(services, person, budget));
  };
  await Promise.all(Array.from({ length: services.limits.parallel }, worker));
  await budget.giveBack();
  return waiting.length;
}

async function workOne(services: Needs, person: Subscriber, budget: NoteBudget): Promise<Counts> {
  try {
    return await workSteps(services, person, budget);
  } catch {
    return { failed: 1 }; // It stays due and is met again; its lease protects what was under way.
  }
}

async function workSteps(services: Needs, due: Subscriber, budget: NoteBudget): Promise<Counts> {
  const { store, clock, guide, ids, trace } = services;
  let person = due;
  for (let step = 0; step < mostSteps; step++) {
    const decision = nudge(person, guide, clock.now());
    if (decision.kind !== 'nothing') trace?.(person.id, decision.reasons);
    switch (decision.kind) {
      case 'nothing':
        return { 'left-alone': 1 };
      case 'look_up':
        return lookUp(services, decision.subscriber, budget);
      case 'give_up':
        return giveUp(services, decision.subscriber);
      case 'purge':
        return purge(services, decision.subscriber);
      case 'send':
        if (!(await budget.take(decision.subscriber))) return { deferred: 1 };
        return deliver(services, decision.subscriber, decision.text, decision.validitySeconds);
      case 'save': {
        if ((await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids))) === 'stale') return { 'claim.lost': 1 };
        person = afterSave(decision.subscriber);
        if (person.wakeAt === undefined || person.wakeAt > clock.now()) return { [decision.reasons[0]!.rule]: 1 };
      }
    }
  }
  return { 'steps.exhausted': 1 };
}

/** Every shard once, one after the other: the local runner and a small deployment need no queue. */
export async function wakeAll(services: Needs): Promise<Counts> {
  const counts: Counts = {};
  for (let shard = 0; shard < services.store.shardCount(); shard++) addUp(counts, await wakeDue(services, { shard }));
  return counts;
}
