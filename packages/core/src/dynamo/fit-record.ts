import type { Fact } from '../domain/fact.ts';
import { latest } from '../domain/instant.ts';
import { pruneFacts } from '../domain/prune-facts.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Item } from './item.ts';
import { itemSize } from './item-size.ts';
import { packFact } from './packed-fact.ts';
import { factsName } from './stored-subscriber.ts';

/** A write unit is 1,024 bytes; the rest is room for a longer version number and one new attribute. */
export const recordBytes = 1000;

/** A fact with its line; the line's length counts one more for the line break. */
interface PackedFact {
  fact: Fact;
  line: string;
}

/**
 * The person with as many facts as fit in one write unit. The oldest give way, those without an inbound
 * id first: an id recognises a repeated webhook. The newest with an id stays; what still does not fit
 * costs a second unit, never an error.
 */
export const fitRecord = (subscriber: Subscriber, pack: (subscriber: Subscriber) => Item): Item => {
  const { facts } = pruneAtNewest(subscriber);
  const bare = pack({ ...subscriber, facts: [] });
  const room = recordBytes - itemSize(bare) - factsName.length;
  const lines = fitFacts(
    facts.map((fact) => ({ fact, line: packFact(fact) })),
    room,
  ).map(({ line }) => line);
  return lines.length === 0 ? bare : { ...bare, [factsName]: { S: lines.join('\n') } };
};

/** The newest fact is what this write is about, so its time stands for now. */
const pruneAtNewest = (subscriber: Subscriber): Subscriber => {
  const [first, ...rest] = subscriber.facts.map(({ at }) => at);
  return first === undefined ? subscriber : pruneFacts(subscriber, latest(first, ...rest));
};

const fitFacts = (facts: PackedFact[], room: number): PackedFact[] => {
  const kept = [...facts];
  while (bytesOf(kept) > room) {
    const leaving = firstToLeave(kept);
    if (leaving < 0) return kept;
    kept.splice(leaving, 1);
  }
  return kept;
};

const bytesOf = (facts: readonly PackedFact[]): number => facts.reduce((sum, { line }) => sum + Buffer.byteLength(line) + 1, -1);

const firstToLeave = (facts: readonly PackedFact[]): number => {
  const withoutId = facts.findIndex(({ fact }) => fact.inboundId === undefined);
  return withoutId === -1 && facts.length > 1 ? 0 : withoutId;
};
