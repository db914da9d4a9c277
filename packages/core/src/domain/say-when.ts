import { hoursRuleOf } from './plan-note.ts';
import { type Instant } from './instant.ts';
import { sayDay } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';

/** When the next note may come, in words for a text: "today", "tomorrow", "Thursday"; "soon" while unknown. */
export function sayWhen(person: Subscriber, now: Instant): string {
  const zone = hoursRuleOf(person).zones[0];
  const dueAt = person.enrolment?.dueAt;
  return zone === undefined || dueAt === undefined ? 'soon' : sayDay(zone, dueAt, now);
}
