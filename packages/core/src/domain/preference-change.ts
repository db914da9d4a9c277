import { answerGo, askedAbout, openProgramme, wordingFor } from './answer-join.ts';
import { answerPause, answerResume } from './answer-pause.ts';
import { answerPrivate, answerTime, answerZone } from './answer-setting.ts';
import { isGrave } from './change-person.ts';
import type { LedgerDraft } from './decision.ts';
import { isMinor } from './flags.ts';
import type { Guide } from './guide.ts';
import type { Instant } from './instant.ts';
import { concludedOnPage, tapped } from './page-answer.ts';
import { planNext, planNoSooner } from './plan-note.ts';
import type { PreferenceChange, Preferences } from './preferences.ts';
import { regionOfZone } from './region-of-zone.ts';
import { confirmedSignUp } from './sign-up.ts';
import { Pace, type Subscriber } from './subscriber.ts';
import type { Answer } from './turn.ts';

type PersonChange = Exclude<PreferenceChange, { kind: 'link_phone' }>;

export interface Changed {
  subscriber: Subscriber;
  ledger?: LedgerDraft[];
}

/** What the preferences page shows of a person. */
export function preferencesOf(person: Subscriber): Preferences {
  const { pace, isPrivate, hour, zone, enrolment, hold } = person;
  const isOn = enrolment !== undefined && hold === undefined;
  return {
    state: stateOf(person),
    pace,
    isPrivate,
    needsGate: isGrave(hold?.reason),
    phone: phoneOf(person),
    ...(hour !== undefined && { hour }),
    ...(zone !== undefined && { zone }),
    ...(enrolment !== undefined && !isPrivate && { programme: enrolment.programme }),
    ...(isOn && enrolment.dueAt !== undefined && { nextNoteAt: enrolment.dueAt }),
  };
}

function stateOf({ consent, enrolment, hold }: Subscriber): Preferences['state'] {
  if (consent === 'withdrawn') return 'unsubscribed';
  if (enrolment === undefined) return 'none';
  return hold === undefined ? 'on' : 'resting';
}

function phoneOf({ linkedId, linkAsked }: Subscriber): Preferences['phone'] {
  if (linkedId !== undefined) return 'linked';
  return linkAsked?.from === 'here' ? 'asked' : 'none';
}

/** Makes one change, by the same rules as the word that means it. Undefined = nothing changes. */
export function changedBy(person: Subscriber, change: PersonChange, guide: Guide, now: Instant): Changed | undefined {
  if (person.consent === 'withdrawn') return undefined; // Coming back takes a sign-up and its proof (O15).
  const turn = tapped<'unknown'>(person, { kind: 'unknown' }, guide, now);
  const by = (answer: Answer): Changed => ({ subscriber: concludedOnPage(answer, now) });
  switch (change.kind) {
    case 'pace':
      return by(paced(turn.person, change.pace, guide, now));
    case 'hour':
      return by(answerTime(turn, `${String(change.hour).padStart(2, '0')}:00`));
    case 'zone':
      return by(answerZone({ ...turn, person: { ...turn.person, region: regionOfZone(change.zone) } }, change.zone));
    case 'private':
      return by(change.isPrivate ? answerPrivate(turn) : notPrivate(turn.person));
    case 'pause':
      return by(answerPause(turn, change.days));
    case 'resume':
      return resumed(person, change.gate, guide, now);
    case 'programme':
      return joined(turn.person, change, guide, now);
  }
}

function paced(person: Subscriber, pace: Pace, { content }: Guide, now: Instant): Answer {
  const isSlower = Pace.options.indexOf(pace) > Pace.options.indexOf(person.pace);
  const changed = { ...person, pace };
  const planned = isSlower
    ? planNoSooner(changed, content, now)
    : planNext(pace === person.pace ? changed : withoutGap(changed), content, now);
  return { person: planned, reply: [], fact: 'pace_changed', reason: { rule: 'page.pace', because: 'They chose the pace on the page.' } };
}

/** Their own wish for more ends the gap a low check-in set. */
function withoutGap(person: Subscriber): Subscriber {
  if (person.enrolment === undefined) return person;
  const { gapHours: _, ...enrolment } = person.enrolment;
  return { ...person, enrolment };
}

const notPrivate = (person: Subscriber): Answer => ({
  person: { ...person, isPrivate: false },
  reply: [],
  fact: 'setting_changed',
  reason: { rule: 'page.private', because: 'Notes may carry a name and a number again.' },
});

/** After danger the safety line comes first; without its answer everything keeps resting (X5). */
function resumed(person: Subscriber, gate: 'clear' | undefined, guide: Guide, now: Instant): Changed | undefined {
  if (isGrave(person.hold?.reason) && gate === undefined) return undefined;
  const first = answerResume(tapped<'unknown'>(person, { kind: 'unknown' }, guide, now));
  const isAsked = first.person.gateAskedAt !== undefined && gate === 'clear';
  return { subscriber: concludedOnPage(isAsked ? answerGo(tapped<'go'>(first.person, { kind: 'go' }, guide, now)) : first, now) };
}

/** Another programme: consent of its own, behind its own safety line (O12, X18). */
function joined(person: Subscriber, change: Extract<PersonChange, { kind: 'programme' }>, guide: Guide, now: Instant): Changed | undefined {
  const asked = guide.content.programmes[change.programme];
  // A first programme begins by the link of a confirmation mail only (E4).
  if (asked === undefined || person.consent !== 'given' || isMinor(person, now)) return undefined;
  const programme = openProgramme({ person, guide, now }, asked);
  const offer = { programme: programme.id, askedAt: now, wording: wordingFor(programme, person) };
  if (askedAbout(offer).length > 0 && change.gate === undefined) return undefined;
  return confirmedSignUp({ ...person, offer }, change.ip, guide, now);
}
