import { concernsBoth, restLinked } from '../domain/linked-rest.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'guide' | 'trace'>;

const mostTries = 3;

/**
 * Takes danger told on one address over to the person's other one (X5): notes rest there too. Safe to repeat.
 * @throws OtherAddressError when others keep writing that record.
 */
export async function restOtherAddress({ store, clock, guide, trace }: Needs, person: Subscriber): Promise<void> {
  if (person.linkedId === undefined || !concernsBoth(person)) return;
  for (let tries = 0; tries < mostTries; tries++) {
    const other = await store.findById(person.linkedId);
    const decision = other && restLinked(other, person, guide, clock.now());
    if (decision === undefined) return;
    if ((await store.save(decision.subscriber)) === 'saved') return trace?.(person.linkedId, decision.reasons);
  }
  throw new OtherAddressError(`the other address was written by others ${mostTries} times in a row`);
}

export class OtherAddressError extends Error {
  override name = 'OtherAddressError';
}
