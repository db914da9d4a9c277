import { forgotten } from './change-person.ts';
import { plusMinutes } from './instant.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf, ledgerLine, silence } from './turn.ts';

/** FORGET ME counts when it is repeated within this (P2). */
const forgetWindowMinutes = 10;
/** Signposts for texts we could not read, per day (X21); danger is never capped. */
const mostSignpostsADay = 4;

/** HELP: who we are, how to stop, and the help lines; empty where the carrier already answered (O6). */
export function answerHelp(turn: Turn): Answer {
  const { message, guide } = turn;
  if (message.optOutType === 'HELP' && guide.profile.optOutMode !== 'none')
    return silence(turn, 'help.carrier', 'The carrier answered HELP itself, with the text we gave it.');
  return say(turn, textRef('service.help'), 'help', 'They asked for help with the service.');
}

export const answerMenu = (turn: Turn): Answer => say(turn, textRef('service.menu'), turn.meaning.rule, turn.meaning.because);

export const answerHuman = (turn: Turn): Answer =>
  say(turn, textRef('service.human'), 'human', 'They asked whether a person is here: none is, and we say so.');

export const answerMyData = (turn: Turn): Answer =>
  say(turn, textRef('data.summary'), 'data', 'Neutral categories only; the full export needs more proof (P1).');

/** A helpline's start word that reached us: whose word it is and the right number, no change (X10). */
export const answerHelplineWord = (turn: TurnOf<'helpline_word'>): Answer =>
  said(turn, helplineTexts(turn, turn.meaning.word), 'helpline.word', 'That word starts a talk with a helpline, which we are not.');

/** The lines of the region, and the number the word belongs to where we know it. */
export function helplineTexts({ person, guide }: Pick<Turn, 'person' | 'guide'>, word: string): TextRef[] {
  const line = guide.content.helplines[person.region].startWords[word];
  return line === undefined ? [textRef('helpline.word')] : [textRef('helpline.number', { word, line }), textRef('helpline.word')];
}

/** FORGET ME warns first; repeated within ten minutes it erases (P2). */
export function answerForgetMe(turn: Turn): Answer {
  const { person, now } = turn;
  const isRepeated = person.forgetAskedAt !== undefined && plusMinutes(person.forgetAskedAt, forgetWindowMinutes) > now;
  if (!isRepeated)
    return {
      ...say(turn, textRef('forget.ask'), 'forget.ask', 'Erasing cannot be undone, so it is asked twice.'),
      person: { ...person, forgetAskedAt: now },
    };
  return {
    person: forgotten(person, now),
    reply: [textRef('forget.done')],
    fact: 'consent_withdrawn',
    ledger: [ledgerLine(turn, 'withdrawn', 'forget_me')],
    reason: { rule: 'forget.done', because: 'They repeated it: all goes but the block on texting and the proof of consent.' },
  };
}

/** EMAIL <address>: the same words whether or not that mailbox is known; the link itself needs its owner (O13). */
export function answerEmail(turn: Turn, address: string | undefined): Answer {
  if (turn.person.address.channel === 'email') return answerUnknown(turn);
  if (address === undefined) return say(turn, textRef('link.wrong'), 'link.wrong', 'The address could not be read.');
  return {
    ...say(turn, textRef('link.asked'), 'link.asked', 'The mailbox is asked whether it belongs to the same person.'),
    linkTo: address,
  };
}

/** A number from 1 to 5 with no check-in open: low ones get the gentle lines, unrecorded (X9). */
export function answerStrayNumber(turn: TurnOf<'stray_number'>): Answer {
  const { value } = turn.meaning;
  if (value === 1 || value === 2)
    return say(turn, textRef('checkin.gentle'), 'check-in.late-low', 'A low number outside the window: gentle lines, nothing recorded.');
  return answerMenu(turn);
}

/** Nothing fits: the region's emergency and crisis line, and that nobody reads here (X2). */
export function answerUnknown(turn: Turn): Answer {
  const { person } = turn;
  const signposts = person.today?.signposts ?? 0;
  if (signposts >= mostSignpostsADay) return silence(turn, 'unknown.capped', 'The signpost was shown often enough today.');
  const counted = person.today && { today: { ...person.today, signposts: signposts + 1 } };
  return { ...say(turn, textRef('service.unknown'), turn.meaning.rule, turn.meaning.because), person: { ...person, ...counted } };
}

const say = (turn: Turn, ref: TextRef, rule: string, because: string): Answer => said(turn, [ref], rule, because);

const said = ({ person }: Turn, reply: TextRef[], rule: string, because: string): Answer => ({
  person,
  reply,
  fact: 'text_answered',
  reason: { rule, because },
});
