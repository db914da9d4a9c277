import type { Fact } from '../domain/fact.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { latest } from '../domain/instant.ts';
import { pruneFacts } from '../domain/prune-facts.ts';
import type { Item } from './item.ts';
import { itemSize } from './item-size.ts';

/** A write unit is 1,024 bytes; the rest is room for a longer version number and one new attribute. */
export const recordBytes = 1000;

/**
 * The person with as many facts as fit in one write unit. The oldest give way, those without an inbound
 * id first: an id recognises a repeated webhook. The newest with an id stays; what still does not fit
 * costs a second unit, never an error.
 */
export const fitRecord = (subscriber: Subscriber, pack: (subscriber: Subscriber) => Item): Item => {
  let fitted = pruneAtNewest(subscriber);
  let item = pack(fitted);
  while (itemSize(item) > recordBytes) {
    const leaving = firstToLeave(fitted.facts);
    if (leaving === undefined) return item;
    fitted = { ...fitted, facts: fitted.facts.filter((fact) => fact !== leaving) };
    item = pack(fitted);
  }
  return item;
};

/** The newest fact is what this write is about, so its time stands for now. */
const pruneAtNewest = (subscriber: Subscriber): Subscriber => {
  const [first, ...rest] = subscriber.facts.map(({ at }) => at);
  return first === undefined ? subscriber : pruneFacts(subscriber, latest(first, ...rest));
};

const firstToLeave = (facts: readonly Fact[]): Fact | undefined => {
  const withoutId = facts.find(({ inboundId }) => inboundId === undefined);
  if (withoutId !== undefined) return withoutId;
  return facts.length > 1 ? facts[0] : undefined;
};
