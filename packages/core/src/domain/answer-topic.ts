import { withoutOffer } from './change-person.ts';
import type { Card, Topic } from './content.ts';
import { locksOf, waitsForGate } from './flags.ts';
import type { Subscriber } from './subscriber.ts';
import type { Reason } from './decision.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf } from './turn.ts';

/** What is shown instead of a card that a flag locks, in this order; no lock is mentioned (X15). */
const insteadUnderLock = ['selfcare', 'calm', 'worth', 'friends', 'hurt'];

/** A keyword or a topic read from free text: its first card. */
export function answerTopic(turn: TurnOf<'keyword'> | TurnOf<'topic'>): Answer {
  const asked = turn.guide.content.topics[turn.meaning.topic];
  if (asked === undefined) return menuInstead(turn);
  const card = cardFor(asked, turn);
  if (isLocked(asked, asked.cards[card - 1]!, turn.person)) return underLock(turn);
  return showCard(turn, asked, card, { rule: 'topic.card', because: `The card of ${asked.keyword}: short, safe advice for that word.` });
}

/**
 * The first card; where MORE may not go on, asking again within a day shows the next one. What was
 * shown is read off the last answers, so no such topic stays on the record longer (P6).
 */
export function cardFor({ id, continues, cards }: Topic, { person }: Pick<Turn, 'person'>): number {
  // In a crisis the numbers come first every time, also after 911 or 988.
  if (continues || id === 'crisis') return 1;
  const shown = person.facts.flatMap(({ reply = [] }) => reply).findLast((text) => text.id.startsWith(`topic.${id}.`));
  const last = shown === undefined ? 0 : Number(shown.id.split('.')[2]);
  return (last % cards.length) + 1;
}

/** MORE: the next card of the deck; never a locked one, never on from SAFE, CRISIS, LEAVE, NOCONTACT (X14). */
export function answerMore(turn: Turn): Answer {
  const { person, guide } = turn;
  const topic = person.deck && guide.content.topics[person.deck.topic];
  if (topic === undefined || person.deck === undefined) return say(turn, textRef('more.none'), 'more.none', 'No deck is open.');
  const from = person.deck.card;
  const next = topic.cards.findIndex((card, index) => index >= from && !isLocked(topic, card, person));
  if (next < 0) return say(turn, textRef('more.end', endGaps(topic, turn)), 'more.end', 'The deck has no further card.');
  return showCard(turn, topic, next + 1, { rule: 'more.next', because: 'The next card of the deck they last read.' });
}

/** Unsure which topic: the best two or three by their words, never by numbers (digits answer check-ins). */
export function answerClarify(turn: TurnOf<'clarify'>): Answer {
  const { meaning, person, guide } = turn;
  const words = meaning.topics
    .map((id) => guide.content.topics[id])
    .filter((topic): topic is Topic => topic !== undefined && !isLocked(topic, topic.cards[0]!, person))
    .map(({ keyword }) => keyword);
  const [a, b, c] = words;
  if (a === undefined || b === undefined) return menuInstead(turn);
  const ref = c === undefined ? textRef('clarify.two', { a, b }) : textRef('clarify.three', { a, b, c });
  return say(turn, ref, meaning.rule, meaning.because);
}

function showCard({ person }: Turn, topic: Topic, card: number, reason: Reason): Answer {
  return {
    person: topic.continues ? { ...person, deck: { topic: topic.id, card } } : person,
    reply: [textRef(`topic.${topic.id}.${card}`)],
    fact: 'text_answered',
    reason,
  };
}

/** A lapsed SAFE asks the safety line anew; a flag in force shows an allowed card (X15, X16). */
function underLock(turn: Turn): Answer {
  const { person, now } = turn;
  if (waitsForGate(person, now))
    return {
      ...say(turn, textRef('resume.gate'), 'topic.gate', 'An old flag waits for a fresh answer to the safety line.'),
      person: { ...withoutOffer(person), gateAskedAt: now },
    };
  const instead = insteadOf(turn);
  if (instead === undefined) return menuInstead(turn);
  return showCard(turn, instead, 1, {
    rule: 'topic.locked',
    because: 'This card is not sent while a flag is set; a safe one goes instead.',
  });
}

/** One they were not shown within the day, so that four locked words do not give the same card four times. */
function insteadOf({ person, guide }: Turn): Topic | undefined {
  const shown = new Set(person.facts.flatMap(({ reply = [] }) => reply.map(({ id }) => id)));
  const fresh = insteadUnderLock.find((id) => !shown.has(`topic.${id}.1`)) ?? insteadUnderLock[0]!;
  return guide.content.topics[fresh];
}

/** Under SAFE only the allow-list goes out (X15); cards may carry locks of their own. */
function isLocked(topic: Topic, card: Card, person: Subscriber): boolean {
  const locks = locksOf(person);
  if (locks.includes('safe') && !topic.allowedUnderSafe) return true;
  return locks.some((lock) => topic.lockedBy.includes(lock) || card.lockedBy.includes(lock));
}

/** The next word to try: the first of the topic's that no flag locks. */
function endGaps({ next }: Topic, { person, guide }: Turn): Record<string, string> {
  const open = next.find((word) => {
    const topic = Object.values(guide.content.topics).find(({ keyword }) => keyword === word);
    return topic === undefined || !isLocked(topic, topic.cards[0]!, person);
  });
  return { a: open ?? 'MENU' };
}

const menuInstead = (turn: Turn): Answer => say(turn, textRef('service.menu'), 'topic.menu', 'Nothing fits better than the menu.');

const say = ({ person }: Turn, ref: TextRef, rule: string, because: string): Answer => ({
  person,
  reply: [ref],
  fact: 'text_answered',
  reason: { rule, because },
});
