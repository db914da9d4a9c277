import type { Subscriber } from '../domain/subscriber.ts';
import { forgetLinked, optOutLinked } from '../domain/linked-opt-out.ts';
import type { Services } from '../services.ts';
import { ledgerEntries } from './ledger-entries.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'trace'>;

const mostTries = 3;

/**
 * Takes an opt-out, or a wish to be forgotten, over to the person's other address (O13, P2), in a write of its own after the first. Safe to
 * repeat, and the hourly replay does repeat it, so a crash between the two writes is made good.
 * @throws LinkedAddressError when others keep writing that record.
 */
export async function revokeLinked(
  { store, clock, ids, trace }: Needs,
  { linkedId, purgeAt }: Pick<Subscriber, 'linkedId' | 'purgeAt'>,
): Promise<void> {
  if (linkedId === undefined) return;
  for (let tries = 0; tries < mostTries; tries++) {
    const other = await store.findById(linkedId);
    const follow = purgeAt === undefined ? optOutLinked : forgetLinked;
    const decision = other && follow(other, clock.now());
    if (decision === undefined) return;
    if ((await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids))) === 'stale') continue;
    return trace?.(linkedId, decision.reasons);
  }
  throw new LinkedAddressError(`the other address was written by others ${mostTries} times in a row`);
}

export class LinkedAddressError extends Error {
  override name = 'LinkedAddressError';
}
