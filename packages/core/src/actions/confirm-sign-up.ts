import { textRef } from '../domain/text-ref.ts';
import { isLinkOf } from '../domain/linked-addresses.ts';
import { sayWhen } from '../domain/say-when.ts';
import { confirmedSignUp, confirmHours, stateOfSignUp } from '../domain/sign-up.ts';
import type { Services } from '../services.ts';
import { confirmLink } from './confirm-link.ts';
import { saveChange } from './save-change.ts';
import { sendMail } from './send-mail.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail' | 'meter' | 'trace'>;

/**
 * Begins what the link's mail asked about, a sign-up or a link with a phone: once, within 48 h (E4).
 * `again`: it was done before. `lapsed`: forged, too old, or asked anew since.
 */
export async function confirmSignUp(services: Needs, token: string, proof: { ip: string }): Promise<'confirmed' | 'again' | 'lapsed'> {
  const { store, clock, guide, links } = services;
  const now = clock.now();
  const named = links.read(token, 'confirm', now, confirmHours);
  const person = named && (await store.findById(named.subscriberId));
  if (named === undefined || person === undefined) return 'lapsed';
  if (isLinkOf(person, named.at)) return confirmLink(services, person);
  const joined = await saveChange(
    services,
    () => store.findById(named.subscriberId),
    (fresh) => (stateOfSignUp(fresh, named.at, now) === 'pending' ? confirmedSignUp(fresh, proof.ip, guide, now) : undefined),
  );
  if (joined === undefined) return stateOfSignUp(person, named.at, now) === 'again' ? 'again' : 'lapsed';
  services.meter.add({ 'sign-up.confirmed': 1 });
  await sendMail(services, joined, [textRef('mail.welcome', { when: sayWhen(joined, now) }), textRef('mail.settings')]);
  return 'confirmed';
}
