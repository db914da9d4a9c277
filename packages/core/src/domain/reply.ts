import type { Channel } from './address.ts';
import { answerMeaning, answersSafetyLine, isSafetyTopic } from './answer-meaning.ts';
import { isCheckInOpen } from './check-in.ts';
import type { Decision } from './decision.ts';
import { readEmailCommand } from './email-command.ts';
import type { Guide } from './guide.ts';
import type { InboundText } from './inbound-text.ts';
import type { Instant } from './instant.ts';
import type { Meaning, ReadingState } from './meaning.ts';
import { numberedCommand } from './numbered-command.ts';
import { ourLastTexts } from './our-last-texts.ts';
import { findRepeat, forgetExpired, remember } from './remember.ts';
import { inTheirLanguage } from './spoken-language.ts';
import type { Subscriber } from './subscriber.ts';
import { type Answer, type Turn, silence } from './turn.ts';
import { understand } from './understand.ts';
import { isGateOpen, withWakeAt } from './wake-at.ts';

/** After this many answers to one address in a day only danger and opt-outs are answered (loops, bots; E6). */
const mostAnswersADay: Record<Channel, number> = { sms: 15, email: 5 };

/** A text as the decider takes it; `id` is eight characters made of the provider's message id. */
export type Message = Pick<InboundText, 'messageId' | 'body' | 'optOutType'> & { id: string };

/**
 * Decides the answer to one text. The same message id is answered the same way and changes nothing (W9).
 */
export function reply(subscriber: Subscriber, message: Message, guide: Guide, now: Instant): Decision {
  const repeat = findRepeat(subscriber, message.id);
  if (repeat !== undefined) return repeated(subscriber, repeat.reply ?? []);
  const known = withToday(forgetExpired(subscriber, now), now);
  const meaning = readMessage(known, message, guide, now);
  const person = inTheirLanguage(known, message.body, meaning);
  const turn: Turn = { person, message, meaning, guide, now };
  return concluded(turn, message.id, mayAnswer(turn) ? answerMeaning(turn) : overQuota(turn));
}

function readMessage(person: Subscriber, message: Message, guide: Guide, now: Instant): Meaning {
  if (message.optOutType === 'STOP')
    return { kind: 'opt_out', how: 'word', rule: 'carrier.stop', because: 'The carrier read an opt-out word.' };
  const email = readEmailCommand(message.body);
  if (email !== undefined) return email;
  const state = { ...readingState(person, now), ourTexts: ourLastTexts(person, message.body, guide) };
  return numberedCommand(understand(message.body, state, guide.lexicon), message.body, guide.lexicon);
}

/** What the reading of a text depends on besides its words. */
export function readingState(person: Subscriber, now: Instant): ReadingState {
  return {
    checkInOpen: isCheckInOpen(person.enrolment, now),
    gateOpen: isGateOpen(person, now),
    isOptedOut: person.consent === 'withdrawn',
  };
}

/** Danger and opt-outs are answered however many texts came before; a yes to the safety line is danger. */
function mayAnswer(turn: Turn): boolean {
  const { person, meaning } = turn;
  const isUrgent = ['opt_out', 'opt_out_unsure', 'crisis', 'quiet', 'unclear_danger'].includes(meaning.kind) || isSafetyTopic(meaning);
  const isYes = meaning.kind === 'yes' && answersSafetyLine(turn);
  return isUrgent || isYes || (person.today?.answers ?? 0) < mostAnswersADay[person.address.channel];
}

/** An age under 18 is taken in even so: it ends a programme (X11). */
function overQuota(turn: Turn): Answer {
  if (turn.meaning.kind === 'minor') return { ...answerMeaning(turn), reply: [] };
  return silence(
    turn,
    'quota',
    `More than ${mostAnswersADay[turn.person.address.channel]} answers today; only danger and opt-outs are answered now.`,
  );
}

export function withToday(person: Subscriber, now: Instant): Subscriber {
  const day = now.slice(0, 10);
  return person.today?.day === day ? person : { ...person, today: { day, answers: 0, signposts: 0 } };
}

function concluded({ meaning, now }: Turn, inboundId: string, answer: Answer): Decision {
  const fact = { kind: answer.fact, at: now, inboundId, ...(answer.reply.length > 0 && { reply: answer.reply }) };
  const counted = answer.reply.length === 0 ? answer.person : oneMoreAnswer(answer.person);
  return {
    subscriber: withWakeAt(remember(counted, fact)),
    reply: answer.reply,
    ledger: answer.ledger ?? [],
    reasons: [{ rule: meaning.rule, because: meaning.because }, answer.reason],
    ...(answer.linkTo !== undefined && { linkTo: answer.linkTo }),
  };
}

export const oneMoreAnswer = (person: Subscriber): Subscriber =>
  person.today === undefined ? person : { ...person, today: { ...person.today, answers: person.today.answers + 1 } };

const repeated = (subscriber: Subscriber, said: Decision['reply']): Decision => ({
  subscriber,
  reply: said,
  ledger: [],
  reasons: [{ rule: 'repeat', because: 'The same message arrived again: the same answer, no change.' }],
});
