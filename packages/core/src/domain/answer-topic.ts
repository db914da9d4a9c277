import { withoutOffer } from './change-person.ts';
import type { Card, Topic } from './content.ts';
import { locksOf, waitsForGate } from './flags.ts';
import type { Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf } from './turn.ts';

/** What is shown instead of a card that a flag locks; no lock is mentioned (X15). */
const insteadUnderLock = 'selfcare';

/** A keyword or a topic read from free text: its first card. */
export function answerTopic(turn: TurnOf<'keyword'> | TurnOf<'topic'>): Answer {
  const asked = turn.guide.content.topics[turn.meaning.topic];
  if (asked === undefined) return menuInstead(turn);
  const card = cardFor(asked, turn);
  if (isLocked(asked, asked.cards[card - 1]!, turn.person)) return underLock(turn);
  return showCard(turn, asked, card, 'topic.card', `The card of ${asked.keyword}: short, safe advice for that word.`);
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
  if (next < 0) return say(turn, textRef('more.end', endGaps(topic)), 'more.end', 'The deck has no further card.');
  return showCard(turn, topic, next + 1, 'more.next', 'The next card of the deck they last read.');
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

function showCard({ person }: Turn, topic: Topic, card: number, rule: string, because: string): Answer {
  return {
    person: topic.continues ? { ...person, deck: { topic: topic.id, card } } : person,
    reply: [textRef(`topic.${topic.id}.${card}`)],
    fact: 'text_answered',
    reason: { rule, because },
  };
}

/** A lapsed SAFE asks the safety line anew; a flag in force shows an allowed card (X15, X16). */
function underLock(turn: Turn): Answer {
  const { person, now, guide } = turn;
  if (waitsForGate(person, now))
    return {
      ...say(turn, textRef('resume.gate'), 'topic.gate', 'An old flag waits for a fresh answer to the safety line.'),
      person: { ...withoutOffer(person), gateAskedAt: now },
    };
  const instead = guide.content.topics[insteadUnderLock];
  if (instead === undefined) return menuInstead(turn);
  return showCard(turn, instead, 1, 'topic.locked', 'This card is not sent while a flag is set; a safe one goes instead.');
}

/** Under SAFE only the allow-list goes out (X15); cards may carry locks of their own. */
function isLocked(topic: Topic, card: Card, person: Subscriber): boolean {
  const locks = locksOf(person);
  if (locks.includes('safe') && !topic.allowedUnderSafe) return true;
  return locks.some((lock) => topic.lockedBy.includes(lock) || card.lockedBy.includes(lock));
}

const endGaps = ({ next }: Topic): Record<string, string> => ({ a: next[0] ?? 'MENU' });

const menuInstead = (turn: Turn): Answer =>
  say(turn, textRef('service.menu'), 'topic.menu', 'Nothing fits better than the menu.');

const say = ({ person }: Turn, ref: TextRef, rule: string, because: string): Answer => ({
  person, reply: [ref], fact: 'text_answered', reason: { rule, because },
});
