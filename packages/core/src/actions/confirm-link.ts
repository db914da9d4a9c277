import { type Instant, plusHours } from '../domain/instant.ts';
import { endsBeside, linkedWith, withoutNotes } from '../domain/linked-addresses.ts';
import { confirmHours } from '../domain/sign-up.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import { revokeLinked } from './revoke-linked.ts';
import { saveChange } from './save-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'trace'>;

/**
 * Links two addresses whose sides have both agreed (O13). The second write repeats safely. A STOP that came
 * while the link waited counts for both; an older one was said of its own address.
 */
export async function confirmLink(services: Needs, asked: Subscriber): Promise<'confirmed' | 'again' | 'lapsed'> {
  const { store, clock } = services;
  const { linkAsked } = asked;
  if (linkAsked === undefined) return asked.linkedId === undefined ? 'lapsed' : 'again';
  const other = await store.findById(linkAsked.otherId);
  if (other === undefined || plusHours(linkAsked.at, confirmHours) <= clock.now()) return 'lapsed';
  await linkOneSide(services, other.id, asked);
  await linkOneSide(services, asked.id, other);
  for (const { id } of [asked, other]) await stopTogether(services, id, linkAsked.at);
  return 'confirmed';
}

async function linkOneSide(services: Needs, id: string, beside: Subscriber): Promise<void> {
  const { store, clock } = services;
  await saveChange(
    services,
    () => store.findById(id),
    (person) => {
      const linked = linkedWith(person, beside.id, clock.now());
      return { subscriber: endsBeside(person, beside) ? withoutNotes(linked) : linked };
    },
  );
}

async function stopTogether(services: Needs, id: string, since: Instant): Promise<void> {
  const person = await services.store.findById(id);
  if (person?.consent === 'withdrawn' && (person.consentAt ?? '') >= since) await revokeLinked(services, person);
}
