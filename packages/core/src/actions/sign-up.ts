import { regionOfZone } from '../domain/region-of-zone.ts';
import { consentText, signedUp } from '../domain/sign-up.ts';
import type { SignUpRequest } from '../domain/sign-up-request.ts';
import type { OfferSettings, Subscriber } from '../domain/subscriber.ts';
import { textRef } from '../domain/text-ref.ts';
import type { Services } from '../services.ts';
import { giveBackConfirmation, mayConfirmToday } from './may-confirm-today.ts';
import { saveChange } from './save-change.ts';
import { sendMail } from './send-mail.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail' | 'pins' | 'meter'>;

/** Keeps a pending sign-up and mails its link. The same answer for known and unknown addresses (E4). */
export async function signUp(services: Needs, request: SignUpRequest): Promise<'asked'> {
  const { store, clock, guide, meter } = services;
  const address = { channel: 'email', value: request.email } as const;
  const { id } = await store.find(address);
  if (!(await mayConfirmToday(services, id))) return told(meter, 'capped');
  const asked = { programme: request.programme, settings: settingsOf(request, id, services) };
  const pending = await saveChange(
    services,
    () => store.find(address),
    (person) => {
      const subscriber = signedUp(person, asked, guide, clock.now());
      return subscriber && { subscriber };
    },
  );
  if (pending === undefined) return told(meter, 'not_mailed');
  const { kind } = await sendMail(services, readerOf(pending), [
    textRef('mail.confirm'),
    consentText(pending.offer!, request.isPrivate, guide),
  ]);
  if (kind === 'throttled' || kind === 'rejected') await giveBackConfirmation(services, id);
  return told(meter, kind);
}

const told = (meter: Needs['meter'], outcome: string): 'asked' => {
  meter.add({ [`sign-up.${outcome}`]: 1 });
  return 'asked';
};

const settingsOf = ({ zone, region, language, isPrivate, pin }: SignUpRequest, id: string, { pins }: Needs): OfferSettings => ({
  zone,
  language,
  isPrivate,
  region: region ?? regionOfZone(zone),
  ...(pin !== undefined && { pinKey: pins.keyOf(id, pin) }),
});

/** The mail speaks the form's language and its region's lines, which the record takes over only when confirmed. */
function readerOf(person: Subscriber): Subscriber {
  const { region, language } = person.offer!.settings!;
  return { ...person, region, language };
}
