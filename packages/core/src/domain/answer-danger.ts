import { cardFor } from './answer-topic.ts';
import { held, suppressed, withoutGate, withoutLockedEnrolment, withoutOffer } from './change-person.ts';
import { type Lock, withFlag } from './flags.ts';
import type { Concern } from './meaning.ts';
import type { Subscriber } from './subscriber.ts';
import { textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf, ledgerLine } from './turn.ts';

/** Words of danger: lines at once, notes rest; a plain wish to stop is honoured in the same answer (X1, X4, X5). */
export function answerCrisis(turn: TurnOf<'crisis'>): Answer {
  const { meaning } = turn;
  if (meaning.optOut) return answerCrisisAndOptOut(turn);
  if (meaning.person === 'other') return aboutSomebodyElse(turn);
  const person = inDanger(turn, flagFor(meaning.concern));
  return {
    person,
    reply: [textRef(crisisText(turn))],
    fact: 'crisis_answered',
    reason: { rule: meaning.rule, because: 'The text speaks of danger, so help lines come first and notes rest.' },
  };
}

function answerCrisisAndOptOut(turn: TurnOf<'crisis'>): Answer {
  const { person, meaning, now } = turn;
  const isAlreadyOut = person.consent === 'withdrawn';
  const flagged = meaning.person === 'self' ? inDanger(turn, flagFor(meaning.concern)) : person;
  return {
    person: isAlreadyOut ? flagged : suppressed(flagged, now),
    reply: [textRef(isAlreadyOut ? dangerText(turn) : `optout.done-${meaning.concern.replace('_', '-')}`)],
    fact: isAlreadyOut ? 'crisis_answered' : 'consent_withdrawn',
    ...(!isAlreadyOut && { ledger: [ledgerLine(turn, 'withdrawn', 'plain_words')] }),
    reason: { rule: meaning.rule, because: 'Danger and a wish for silence in one text: both are honoured.' },
  };
}

/** A third person's danger: lines, no hold, no flag (X5). */
const aboutSomebodyElse = ({ person, meaning }: TurnOf<'crisis'>): Answer => ({
  person,
  reply: [textRef(otherText(meaning))],
  fact: 'crisis_answered',
  reason: { rule: meaning.rule, because: 'Somebody else is in danger: lines for them, nothing changes here.' },
});

/** SAFE, CRISIS and NOCONTACT sent as words. A corrected typing error shows the card and flags nobody (X20). */
export function answerSafetyWord(turn: TurnOf<'keyword'>): Answer {
  const { meaning } = turn;
  const flag = flagOfTopic[meaning.topic];
  return {
    person: meaning.match === 'typing_error' ? turn.person : inDanger(turn, flag),
    reply: [textRef(safetyText(turn))],
    fact: flag === undefined || meaning.match === 'typing_error' ? 'crisis_answered' : 'flag_set',
    reason: { rule: meaning.rule, because: `${meaning.topic.toUpperCase()} was asked for: the card at once.` },
  };
}

/** Whose notes rest from now on is told so together with the numbers (X5). */
function safetyText(turn: TurnOf<'keyword'>): string {
  const { person, guide, meaning } = turn;
  if (meaning.topic === 'crisis' && meaning.match !== 'typing_error' && person.enrolment !== undefined) return 'crisis.self-harm-held';
  const topic = guide.content.topics[meaning.topic];
  return `topic.${meaning.topic}.${topic === undefined ? 1 : cardFor(topic, turn)}`;
}

/** A yes after the safety line means: somebody makes me feel unsafe. */
export const answerYesToGate = (turn: Turn): Answer => ({
  person: inDanger(turn, 'safe'),
  reply: [textRef('topic.safe.1')],
  fact: 'flag_set',
  reason: { rule: 'gate.yes', because: 'The last question was whether somebody makes them feel unsafe; a yes means SAFE.' },
});

/** Harm whose direction cannot be told: lines and a question, no flag (X17). */
export const answerUnclearDanger = ({ person, meaning }: Turn): Answer => ({
  person,
  reply: [textRef('crisis.unclear')],
  fact: 'crisis_answered',
  reason: { rule: meaning.rule, because: 'Done to them or feared from them? We cannot tell, so we ask and give lines.' },
});

/** "Don't reply, he's here": not a word leaves, notes rest until RESUME (X13). */
export const answerQuiet = ({ person, now }: Turn): Answer => ({
  person: person.consent === 'withdrawn' ? person : held(withoutOffer(withoutGate(person)), 'quiet', now),
  reply: [],
  fact: 'notes_held',
  reason: { rule: 'quiet', because: 'Somebody may be reading along; any answer could harm.' },
});

const flagOfTopic: Record<string, Lock | undefined> = { safe: 'safe', nocontact: 'noContact' };

function flagFor(concern: Concern): Lock | undefined {
  switch (concern) {
    case 'abuse':
      return 'safe';
    case 'harm_others':
      return 'noContact';
    case 'self_harm':
      return undefined;
  }
}

/** Offers and open questions end, locked programmes end, what is left rests (O8, X5). */
function inDanger({ person, guide, now }: Turn | TurnOf<'crisis'> | TurnOf<'keyword'>, flag: Lock | undefined): Subscriber {
  const flagged = flag === undefined ? person : withFlag(person, flag, now);
  const left = withoutLockedEnrolment(withoutGate(withoutOffer(flagged)), guide);
  return left.enrolment === undefined ? left : held(left, 'crisis', now);
}

const otherText = ({ child }: TurnOf<'crisis'>['meaning']): string => (child === true ? 'crisis.child' : 'crisis.other-person');

const dangerText = (turn: TurnOf<'crisis'>): string => (turn.meaning.person === 'other' ? otherText(turn.meaning) : crisisText(turn));

function crisisText({ person, meaning }: TurnOf<'crisis'>): string {
  if (meaning.child === true) return 'crisis.child';
  switch (meaning.concern) {
    case 'self_harm':
      return person.enrolment === undefined ? 'crisis.self-harm' : 'crisis.self-harm-held';
    case 'abuse':
      return 'crisis.abuse';
    case 'harm_others':
      return 'crisis.harm-others';
  }
}
