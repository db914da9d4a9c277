import { endOf, isLinkOf } from '../domain/linked-addresses.ts';
import { renderText } from '../domain/render.ts';
import { confirmHours, consentText, stateOfSignUp } from '../domain/sign-up.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';

/** What the page of a link shows before its button; `consent` is the wording the button agrees to, `endsIn` the phone's last digits. */
export type PendingSignUp =
  | { state: 'pending'; consent: string }
  | { state: 'link_phone'; endsIn: string }
  | { state: 'again' }
  | { state: 'lapsed' };

/** Reads a link without using it: scanners open every link (E3). */
export async function readSignUp(
  { store, clock, guide, links }: Pick<Services, 'store' | 'clock' | 'guide' | 'links'>,
  token: string,
): Promise<PendingSignUp> {
  const now = clock.now();
  const named = links.read(token, 'confirm', now, confirmHours);
  const person = named && (await store.findById(named.subscriberId));
  if (named === undefined || person === undefined) return { state: 'lapsed' };
  if (isLinkOf(person, named.at)) return readLinkAsked(await store.findById(person.linkAsked!.otherId));
  const state = stateOfSignUp(person, named.at, now);
  return state === 'pending' ? { state, consent: shownConsent(person, guide) } : { state };
}

const readLinkAsked = (phone: Subscriber | undefined): PendingSignUp =>
  phone === undefined ? { state: 'lapsed' } : { state: 'link_phone', endsIn: endOf(phone) };

function shownConsent(person: Subscriber, guide: Services['guide']): string {
  const { settings } = person.offer!;
  const reader = { ...person, ...settings };
  return renderText(consentText(person.offer!, reader.isPrivate, guide), reader, guide);
}
