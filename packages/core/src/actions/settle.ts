import type { Settled } from '../domain/settle-post.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { openBreaker } from './breaker.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { revokeLinked } from './revoke-linked.ts';

const mostTries = 3;

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'trace'>;

/**
 * Writes what became of a message. Where somebody wrote meanwhile, it is decided again on the fresh
 * record, as long as the claim is still ours; otherwise the other writer has settled it.
 */
export async function settle(services: Needs, claimed: Subscriber, decide: (person: Subscriber) => Settled): Promise<Counts> {
  const { store, ids, trace } = services;
  let person = claimed;
  for (let tries = 0; tries < mostTries; tries++) {
    const settled = decide(person);
    if ((await store.save(settled.subscriber, ledgerEntries(settled.ledger, ids))) === 'saved') {
      trace?.(person.id, [settled.reason]);
      if (settled.revokes) await revokeLinked(services, settled.subscriber);
      if (settled.stopChannel) await openBreaker(services, person.address.channel, settled.reason.rule);
      return { [settled.reason.rule]: 1, ...(settled.alert && { [`alert.${settled.alert}`]: 1 }) };
    }
    const fresh = await store.findById(person.id);
    if (fresh?.owed?.claimId !== claimed.owed?.claimId || fresh === undefined) return { 'settle.taken': 1 };
    person = fresh;
  }
  return { 'settle.contended': 1 };
}
