import type { PhoneNumber } from '../domain/address.ts';
import { withLinkAsked } from '../domain/linked-addresses.ts';
import { changedBy, preferencesOf } from '../domain/preference-change.ts';
import type { PreferenceChange, Preferences } from '../domain/preferences.ts';
import type { Services } from '../services.ts';
import { readLink } from './read-link.ts';
import { saveChange } from './save-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'links'>;

/**
 * Makes one change and gives what holds afterwards; undefined for a forged or old token. A change that needs the
 * safety line answered, or a mailbox that unsubscribed, stays as it was.
 */
export async function changePreferences(services: Needs, token: string, change: PreferenceChange): Promise<Preferences | undefined> {
  const { store, clock, guide } = services;
  const named = await readLink(services, token, 'preferences');
  if (named === undefined) return undefined;
  const phoneId = change.kind === 'link_phone' ? await idOfPhone(services, change.phone) : '';
  const changed = await saveChange(
    services,
    () => store.findById(named.id),
    (person) => {
      if (change.kind !== 'link_phone') return changedBy(person, change, guide, clock.now());
      return person.consent === 'withdrawn' ? undefined : { subscriber: withLinkAsked(person, phoneId, 'here', clock.now()) };
    },
  );
  return preferencesOf(changed ?? named);
}

/** The phone agrees by texting `EMAIL <address>`: a page could name anybody's number, so no text is sent to it. */
const idOfPhone = async ({ store }: Needs, phone: PhoneNumber): Promise<string> => (await store.find({ channel: 'sms', value: phone })).id;
