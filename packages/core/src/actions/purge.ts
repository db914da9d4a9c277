import type { Subscriber } from '../domain/subscriber.ts';
import { withWakeAt } from '../domain/wake-at.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';

type Needs = Pick<Services, 'store' | 'texts'>;

/**
 * FORGET ME, second half: the provider's records by number, then the address; the keyed hash stays (P2).
 * Somebody who came back meanwhile keeps what they began since then.
 */
export async function purge({ store, texts }: Needs, person: Subscriber): Promise<Counts> {
  // SES keeps no mail; a text's provider does.
  if (person.address.channel === 'sms') await texts.deleteMessagesOf(person.address.value);
  const { purgeAt: _, ...rest } = person;
  const outcome = cameBack(rest) ? await store.save(withWakeAt(rest)) : await store.erase(withWakeAt(rest), []);
  return { [outcome === 'saved' ? 'forget.purged' : 'claim.lost']: 1 };
}

const cameBack = ({ consent, offer, flags }: Subscriber): boolean =>
  consent !== 'withdrawn' || offer !== undefined || Object.keys(flags).length > 0;
