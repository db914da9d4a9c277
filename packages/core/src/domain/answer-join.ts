import { isGrave, withoutGate, withoutHold, withoutOffer, withoutWaitingNote } from './change-person.ts';
import type { Programme } from './content.ts';
import { afterGate, firmLocksOf, isMinor, type Lock } from './flags.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusHours } from './instant.ts';
import { hoursRuleOf, planNext } from './plan-note.ts';
import { hasRoom } from './quiet-hours.ts';
import { renderText } from './render.ts';
import { sayWhen } from './say-when.ts';
import type { Offer, Subscriber } from './subscriber.ts';
import { textRef, type TextRef } from './text-ref.ts';
import { type Answer, type Turn, ledgerLine } from './turn.ts';
import { offerHours } from './wake-at.ts';

/** Sign-up texts that stayed unanswered, for life, before we stop sending them (X21). */
export const mostUnansweredOffers = 5;
/** Marks an offer whose wording was not shown yet, because the zone must be known first (Q2). */
export const awaitingZone = 'zone';

/** JOIN: one answer holds the consent wording and the safety line and asks for GO. */
export function answerJoin(turn: Turn, programmeId: string | undefined): Answer {
  const { person, guide, now } = turn;
  if (isMinor(person, now)) return said(turn, 'join.underage', 'join.minor', 'The service is for adults; other help goes on.');
  const asked = programmeId === undefined ? undefined : guide.content.programmes[programmeId];
  if (asked === undefined) return said(turn, 'join.choose', 'join.choose', 'No programme of that name: the choice is shown.');
  if (person.unansweredOffers >= mostUnansweredOffers)
    return {
      person,
      reply: [],
      fact: 'text_ignored',
      reason: { rule: 'join.capped', because: 'Too many sign-up texts were never answered.' },
    };
  return offer(turn, openProgramme(turn, asked));
}

/** Under a lock the programme that is always open is offered instead, and no lock is mentioned (X15). */
export function openProgramme({ person, guide, now }: Pick<Turn, 'person' | 'guide' | 'now'>, asked: Programme): Programme {
  const locks = firmLocksOf(person, now);
  if (!asked.closedBy.some((lock) => locks.includes(lock))) return asked;
  return Object.values(guide.content.programmes).find(({ closedBy }) => closedBy.length === 0) ?? asked;
}

function offer(turn: Turn, programme: Programme): Answer {
  const { person, now } = turn;
  const mayPlan = hasRoom(hoursRuleOf(person), now);
  const wording = mayPlan ? wordingFor(programme, person) : awaitingZone;
  return {
    person: { ...withoutGate(person), offer: { programme: programme.id, askedAt: now, wording } },
    reply: [mayPlan ? textRef(wording, programmeGap(programme, person)) : textRef('join.zone')],
    fact: 'offer_made',
    reason: mayPlan
      ? { rule: 'join.offer', because: 'The wording and the safety line are shown; nothing begins before GO.' }
      : { rule: 'join.zone', because: 'The number fits several time zones that share too few allowed hours.' },
  };
}

/** The town was told while a sign-up waited for it: now the wording is shown. */
export function offerAfterZone(turn: Turn): Answer | undefined {
  const { person, guide } = turn;
  if (person.offer?.wording !== awaitingZone) return undefined;
  const programme = guide.content.programmes[person.offer.programme];
  return programme && offer(turn, programme);
}

/** What the person was asked about before GO: the words of the sign-up text hold the safety line, or do not. */
export function askedAbout({ wording }: Offer): Lock[] {
  if (wording.startsWith('join.contact')) return ['safe', 'noContact'];
  return wording.startsWith('join.gate') ? ['safe'] : [];
}

/** UK and Irish law asks for explicit consent wording (UK GDPR art. 7 and 9; Data Protection Act 2018 IE). */
export function wordingFor(programme: Programme, person: Pick<Subscriber, 'region' | 'hold'>): string {
  const suffix = person.region === 'UK' || person.region === 'IE' ? '-ukie' : '';
  // Notes that rest for danger begin again only behind a safety line, whatever the programme (X5).
  if (programme.gate === 'none') return `join.${isGrave(person.hold?.reason) ? 'gate' : 'plain'}${suffix}`;
  const reachesOut = programme.notes.some(({ outreach }) => outreach);
  return `join.${reachesOut ? 'contact' : 'gate'}${suffix}`;
}

/** PRIVATE names no programme (O11). */
export const programmeGap = ({ title, word }: Programme, { isPrivate }: Pick<Subscriber, 'isPrivate'>): Record<string, string> =>
  isPrivate ? { programme: 'your notes', word: 'NOTES' } : { programme: title, word };

/** GO: the only confirmation. It needs a wording shown less than 72 h ago, or a safety line asked on RESUME (O8). */
export function answerGo(turn: Turn): Answer {
  const { person, now } = turn;
  const { offer: pending, gateAskedAt } = person;
  if (pending !== undefined && plusHours(pending.askedAt, offerHours) > now)
    return pending.wording === awaitingZone
      ? said(turn, 'join.zone', 'go.zone', 'The wording was not shown yet; a town is needed first.')
      : enrol(turn);
  if (gateAskedAt !== undefined && plusHours(gateAskedAt, offerHours) > now) return passGate(turn);
  if (person.consent === 'withdrawn')
    return {
      person,
      reply: [],
      fact: 'text_ignored',
      reason: { rule: 'go.opted-out', because: 'They are opted out and nothing waits for GO.' },
    };
  return said(turn, 'join.nothing', 'go.nothing', 'Nothing waits for GO.');
}

function enrol(turn: Turn): Answer {
  const { person, guide, now } = turn;
  const programme = guide.content.programmes[person.offer!.programme]!;
  const planned = enrolled(person, guide, now);
  return {
    person: planned,
    reply: [textRef('join.done', { when: sayWhen(planned, now) })],
    fact: 'programme_joined',
    ledger: [{ ...ledgerLine({ ...turn, person: planned }, 'given', 'go_word'), wording: shownWording(turn, programme) }],
    reason: { rule: 'go.enrol', because: 'GO confirms the wording that was shown; the first note is planned.' },
  };
}

/** The person after the yes to their pending sign-up: consent is given and the first note is planned. */
export function enrolled(person: Subscriber, guide: Guide, now: Instant): Subscriber {
  const { programme, wording } = person.offer!;
  const base = withoutWaitingNote(afterGate(person, askedAbout(person.offer!), now));
  const joined: Subscriber = {
    ...withoutHold(withoutGate(withoutOffer(base))),
    consent: 'given',
    consentAt: now,
    unansweredOffers: 0,
    enrolment: { programme, nextNote: 1, startedAt: now, softNotes: 0, missed: 0, contactAsked: wording.startsWith('join.contact') },
  };
  return planNext(joined, guide.content, now);
}

/** The wording as it was shown, also where PRIVATE came between it and GO (O12). */
function shownWording({ person, guide }: Turn, programme: Programme) {
  const id = person.offer!.wording;
  const sent = person.facts.flatMap(({ reply = [] }) => reply).findLast((text) => text.id === id);
  const shown: TextRef = sent ?? textRef(id, programmeGap(programme, person));
  return { id, version: guide.content.version, shown: renderText(shown, person, guide) };
}

/** GO after the safety line on RESUME: an old SAFE ends and notes go on; a rest they chose themselves stays. */
function passGate(turn: Turn): Answer {
  const { guide, now } = turn;
  const person = withoutGate(afterGate(turn.person, ['safe'], now));
  const resumed = isGrave(person.hold?.reason) ? planNext(withoutHold(person), guide.content, now) : person;
  const isOn = resumed.enrolment !== undefined && resumed.hold === undefined;
  return {
    person: resumed,
    reply: [isOn ? textRef('resume.done', { when: sayWhen(resumed, now) }) : textRef('service.menu')],
    fact: 'notes_resumed',
    reason: { rule: 'go.gate', because: 'The safety line was answered with GO.' },
  };
}

/** NO after the safety line withdraws the sign-up; it is no proof of safety. */
export const answerNoToOffer = (turn: Turn): Answer => ({
  ...said(
    { ...turn, person: withoutGate(withoutOffer(turn.person)) },
    'join.cancelled',
    'join.no',
    'A no ends the sign-up and proves nothing about safety.',
  ),
  fact: 'offer_cancelled',
});

const said = ({ person }: Turn, text: string, rule: string, because: string): Answer => ({
  person,
  reply: [textRef(text)],
  fact: 'text_answered',
  reason: { rule, because },
});
