import type { LedgerDraft } from '../domain/decision.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import { afterSave } from './deliver.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { ContendedError } from './contended-error.ts';

/** What a page or an event changes about one person. */
export interface Change {
  subscriber: Subscriber;
  ledger?: readonly LedgerDraft[];
}

/** A write lost to somebody else is decided again on the fresh record, this often. */
const mostTries = 3;

/**
 * Reads, decides and writes one person, and gives them as written; undefined where `decide` wants no change.
 * @throws ContendedError when others keep writing that record.
 */
export async function saveChange(
  { store, ids }: Pick<Services, 'store' | 'ids'>,
  find: () => Promise<Subscriber | undefined>,
  decide: (person: Subscriber) => Change | undefined,
): Promise<Subscriber | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await find();
    const change = person && decide(person);
    if (change === undefined) return undefined;
    if ((await store.save(change.subscriber, ledgerEntries(change.ledger ?? [], ids))) === 'saved') return afterSave(change.subscriber);
  }
  throw new ContendedError(`one record was written by others ${mostTries} times in a row`);
}
