import { awaitingZone, enrolled, mostUnansweredOffers, openProgramme, programmeGap, wordingFor } from './answer-join.ts';
import { withoutGate } from './change-person.ts';
import type { LedgerDraft } from './decision.ts';
import { isMinor } from './flags.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusHours, plusSeconds } from './instant.ts';
import { remember } from './remember.ts';
import { renderText } from './render.ts';
import type { Offer, OfferSettings, Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { retentionYears } from './turn.ts';
import { withWakeAt } from './wake-at.ts';

/** The link of a confirmation mail works this long (E4). */
export const confirmHours = 48;

/**
 * A form asked for a programme: it waits as an offer, and nothing else of the person changes (E4). Undefined
 * where no mail may go: nothing we begin reaches a suppressed mailbox (O9), nor one that never answered (X21).
 */
export function signedUp(
  person: Subscriber,
  asked: { programme: string; settings: OfferSettings },
  guide: Guide,
  now: Instant,
): Subscriber | undefined {
  const programme = guide.content.programmes[asked.programme];
  if (programme === undefined || person.consent === 'withdrawn' || isMinor(person, now)) return undefined;
  const ignored = person.offer === undefined ? person.unansweredOffers : person.unansweredOffers + 1;
  if (ignored >= mostUnansweredOffers) return undefined;
  const open = openProgramme({ person, guide, now }, programme);
  const wording = wordingFor(open, { ...person, region: asked.settings.region });
  const askedAt = person.linkAsked?.at === now ? plusSeconds(now, 1) : now; // One link, one meaning.
  const offer: Offer = { programme: open.id, askedAt, wording, settings: asked.settings };
  const pending = { ...withoutGate(person), offer, unansweredOffers: ignored };
  return withWakeAt(remember(pending, { kind: 'offer_made', at: now }));
}

/** What a mail and the page say before the button: the offer's consent wording and safety line. */
export function consentText({ programme, wording }: Pick<Offer, 'programme' | 'wording'>, isPrivate: boolean, { content }: Guide): TextRef {
  return textRef(wording.replace('join.', 'mail.consent-'), programmeGap(content.programmes[programme]!, { isPrivate }));
}

/** The consent wording of a programme for a form, before anybody signed up. */
export const consentTextFor = (programme: string, person: Pick<Subscriber, 'region' | 'isPrivate'>, guide: Guide): TextRef | undefined => {
  const asked = guide.content.programmes[programme];
  return asked && consentText({ programme, wording: wordingFor(asked, person) }, person.isPrivate, guide);
};

/** Whether this moment's link may still begin the pending sign-up; `again`: it has already (E4: once). */
export function stateOfSignUp({ offer, consent, consentAt }: Subscriber, askedAt: Instant, now: Instant): 'pending' | 'again' | 'lapsed' {
  const isPending = offer?.askedAt === askedAt && offer.wording !== awaitingZone && plusHours(askedAt, confirmHours) > now;
  if (isPending) return 'pending';
  return consent === 'given' && consentAt !== undefined && consentAt >= askedAt && offer === undefined ? 'again' : 'lapsed';
}

/** The button was pressed: what the form asked for counts from now on, with its line of proof (O12, O15). */
export function confirmedSignUp(
  person: Subscriber,
  source: string,
  guide: Guide,
  now: Instant,
): { subscriber: Subscriber; ledger: LedgerDraft[] } {
  const set = withOfferSettings(person);
  const subscriber = withWakeAt(remember(enrolled(set, guide, now), { kind: 'programme_joined', at: now }));
  return { subscriber, ledger: [proofOf(set, source, guide, now)] };
}

function proofOf(person: Subscriber, source: string, guide: Guide, now: Instant): LedgerDraft {
  const shown = consentText(person.offer!, person.isPrivate, guide);
  return {
    kind: 'given',
    method: 'page',
    at: now,
    channel: person.address.channel,
    programme: person.offer!.programme,
    language: person.language,
    source,
    retentionYears,
    wording: { id: shown.id, version: guide.content.version, shown: renderText(shown, person, guide) },
  };
}

/** A PIN set earlier stays: whoever fills in a form could otherwise replace it. */
function withOfferSettings(person: Subscriber): Subscriber {
  const settings = person.offer?.settings;
  if (settings === undefined) return person;
  const { pinKey, ...told } = settings;
  const key = person.pinKey ?? pinKey;
  return { ...person, ...told, ...(key !== undefined && { pinKey: key }) };
}
