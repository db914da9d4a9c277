import type { Fact } from './fact.ts';
import { plusHours, type Instant } from './instant.ts';
import type { Subscriber } from './subscriber.ts';

/** Inbound ids and reply references stay this long: providers repeat a webhook for hours, not days (P6). */
const keptHours = 24;

/** Takes inbound ids and reply references out of facts that are 24 hours old or older at `now`. */
export const pruneFacts = (subscriber: Subscriber, now: Instant): Subscriber => {
  const isOld = (fact: Fact): boolean => plusHours(fact.at, keptHours) <= now;
  const holdsReference = (fact: Fact): boolean => fact.inboundId !== undefined || fact.reply !== undefined;
  if (!subscriber.facts.some((fact) => isOld(fact) && holdsReference(fact))) return subscriber;
  return { ...subscriber, facts: subscriber.facts.map((fact) => (isOld(fact) ? withoutReferences(fact) : fact)) };
};

const withoutReferences = ({ inboundId: _inboundId, reply: _reply, ...rest }: Fact): Fact => rest;
