import type { Fact } from './fact.ts';
import { type Instant, plusDays, plusHours } from './instant.ts';
import type { Subscriber } from './subscriber.ts';

/** Inbound ids and what was answered leave the record after this (P6). */
export const replyMemoryHours = 24;
export const bandMemoryDays = 30;
const mostFacts = 20;

/** Adds a fact, newest last; the oldest gives way, those that answer a repeat last of all. */
export function remember(person: Subscriber, fact: Fact): Subscriber {
  const facts = [...person.facts, fact];
  if (facts.length <= mostFacts) return { ...person, facts };
  const oldest = facts.findIndex(({ inboundId }) => inboundId === undefined);
  return { ...person, facts: facts.toSpliced(Math.max(oldest, 0), 1) };
}

/** Drops what may no longer be kept: reply references, old check-ins, finished messages (P5, P6, W13). */
export function forgetExpired(person: Subscriber, now: Instant): Subscriber {
  const { owed, forgetAskedAt, ...rest } = person;
  const isDone = owed?.state === 'sent' && plusHours(owed.since, 72) <= now;
  return {
    ...rest,
    ...(owed !== undefined && !isDone && { owed }),
    ...(forgetAskedAt !== undefined && plusHours(forgetAskedAt, 1) > now && { forgetAskedAt }),
    bands: person.bands.filter(({ at }) => plusDays(at, bandMemoryDays) > now),
    facts: person.facts.map((fact) => (plusHours(fact.at, replyMemoryHours) > now ? fact : withoutReply(fact))),
  };
}

function withoutReply({ inboundId: _, reply: __, ...fact }: Fact): Fact {
  return fact;
}

/** The fact of an earlier message with the same id, if it is still remembered (W9). */
export const findRepeat = (person: Subscriber, inboundId: string): Fact | undefined =>
  person.facts.find((fact) => fact.inboundId === inboundId);
