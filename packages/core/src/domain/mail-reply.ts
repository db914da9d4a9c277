import { isSafetyTopic } from './answer-meaning.ts';
import { held } from './change-person.ts';
import type { Decision, Reason } from './decision.ts';
import type { Guide } from './guide.ts';
import type { InboundMail } from './inbound-mail.ts';
import type { Instant } from './instant.ts';
import { inMailWords } from './mail-answer.ts';
import { wordsOfMail } from './mail-words.ts';
import type { Meaning } from './meaning.ts';
import { regionOfZone } from './region-of-zone.ts';
import { findRepeat, forgetExpired, remember } from './remember.ts';
import { oneMoreAnswer, readingState, reply, withToday } from './reply.ts';
import type { Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { understand } from './understand.ts';
import { withWakeAt } from './wake-at.ts';

/**
 * Decides the answer to one mail: the same reading and answers as for a text, less what only a proven sender may
 * do (E5), nothing to machines (E6), and joining through the link alone (E4). `id`: eight characters of its id.
 */
export function replyToMail(person: Subscriber, mail: InboundMail & { id: string }, guide: Guide, now: Instant): Decision {
  const state = readingState(person, now);
  const body = wordsOfMail(mail, state, guide);
  const decision = reply(person, { messageId: mail.messageId, id: mail.id, body }, guide, now);
  if (findRepeat(person, mail.id) !== undefined) return decision;
  const inMail = { ...decision, reply: inMailWords(decision.reply) };
  const meaning = understand(body, state, guide.lexicon);
  if (mail.isAutomatic) return toMachine(person, inMail, meaning);
  if (mail.verdict === 'unproven') return toUnproven({ person, id: mail.id, decision: inMail, meaning, now });
  if (decision.ledger.some(({ kind }) => kind === 'given'))
    return answered(noted(person, mail.id, [textRef('mail.use-page')], now), [], useThePage);
  return remembering(inMail, mail.id);
}

/** A machine is never answered; a mail program may send the one word that ends the notes. */
function toMachine(person: Subscriber, decision: Decision, meaning: Meaning): Decision {
  const isStop = meaning.kind === 'opt_out' && meaning.how === 'word';
  return isStop
    ? { ...decision, reply: [] }
    : { ...unchanged(person), reasons: [{ rule: 'mail.automatic', because: 'A machine wrote it, so there is no answer.' }] };
}

interface Unproven {
  person: Subscriber;
  id: string;
  decision: Decision;
  meaning: Meaning;
  now: Instant;
}

/**
 * Anyone may have written it. Danger is answered and notes rest, since that errs on the safe side; a wish to stop
 * ends this mailbox's notes. No flag is set, no programme changed, and strangers get no other answer: their
 * addresses are often forged, and our answer would be spam to somebody.
 */
function toUnproven(unproven: Unproven): Decision {
  const { person, id, decision, meaning, now } = unproven;
  const isKnown = person.version > 0;
  if (isWishToStop(meaning)) return onlyThisMailbox(unproven);
  if (isDanger(meaning))
    return answered(noted(inTheirWords(rested(person, meaning, now), decision), id, decision.reply, now), [], unprovenSender);
  if (decision.reply.length === 0 || !isKnown) return { ...unchanged(person), reasons: [unprovenSender] };
  const isSafeToSay = ['help', 'helpline_word', 'minor'].includes(meaning.kind);
  return answered(noted(person, id, isSafeToSay ? decision.reply : [textRef('mail.unproven')], now), [], unprovenSender);
}

function onlyThisMailbox({ person, id, decision, meaning }: Unproven): Decision {
  const isStranger = person.version === 0 && meaning.kind !== 'crisis';
  const after = { ...decision.subscriber, flags: person.flags };
  return remembering({ ...decision, subscriber: after, reply: isStranger ? [] : decision.reply }, id);
}

const isWishToStop = (meaning: Meaning): boolean =>
  meaning.kind === 'opt_out' || meaning.kind === 'opt_out_unsure' || (meaning.kind === 'crisis' && meaning.optOut);

const isDanger = (meaning: Meaning): boolean => ['crisis', 'unclear_danger', 'quiet'].includes(meaning.kind) || isSafetyTopic(meaning);

/** Danger told in Spanish is answered in Spanish. */
const inTheirWords = (person: Subscriber, { subscriber: { language } }: Decision): Subscriber => ({ ...person, language });

function rested(person: Subscriber, meaning: Meaning, now: Instant): Subscriber {
  const isAboutSomebodyElse = meaning.kind === 'unclear_danger' || (meaning.kind === 'crisis' && meaning.person === 'other');
  if (person.enrolment === undefined || isAboutSomebodyElse) return person;
  return held(person, meaning.kind === 'quiet' ? 'quiet' : 'crisis', now);
}

/** One more answer on the person's record, and nothing else. */
function noted(before: Subscriber, inboundId: string, said: TextRef[], now: Instant): { subscriber: Subscriber; reply: TextRef[] } {
  const known = withToday(forgetExpired(before, now), now);
  const counted = said.length === 0 ? known : oneMoreAnswer(known);
  const fact = {
    kind: said.length === 0 ? 'notes_held' : 'text_answered',
    at: now,
    inboundId,
    ...(said.length > 0 && { reply: said }),
  } as const;
  return { subscriber: withWakeAt(remember(counted, fact)), reply: said };
}

/** A repeat of this mail is answered by the same texts of a mail. */
function remembering(decision: Decision, id: string): Decision {
  const { reply: said } = decision;
  const facts = decision.subscriber.facts.map((fact) =>
    fact.inboundId === id && fact.reply !== undefined ? { ...fact, reply: said } : fact,
  );
  return { ...decision, subscriber: withRegion({ ...decision.subscriber, facts }) };
}

/** A mailbox names no country, so the zone they told us does (X7). */
const withRegion = (person: Subscriber): Subscriber =>
  person.region === 'XX' && person.zone !== undefined ? { ...person, region: regionOfZone(person.zone) } : person;

const unchanged = (subscriber: Subscriber): Omit<Decision, 'reasons'> => ({ subscriber, reply: [], ledger: [] });

const answered = (said: { subscriber: Subscriber; reply: TextRef[] }, ledger: Decision['ledger'], reason: Reason): Decision => ({
  ...said,
  ledger,
  reasons: [reason],
});

const useThePage: Reason = {
  rule: 'mail.use-page',
  because: 'Notes by mail begin on the page of the link, so that only the owner of the mailbox can begin them.',
};
const unprovenSender: Reason = {
  rule: 'mail.unproven',
  because: 'Nothing proves who sent this mail, so only danger and a wish to stop count.',
};
