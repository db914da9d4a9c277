import { held, isGrave, withoutEnrolment, withoutGate, withoutLockedEnrolment, withoutOffer } from './change-person.ts';
import type { Decision } from './decision.ts';
import { isMinor } from './flags.ts';
import type { Guide } from './guide.ts';
import type { Instant } from './instant.ts';
import { remember } from './remember.ts';
import type { Flag, Subscriber } from './subscriber.ts';
import { withWakeAt } from './wake-at.ts';

/**
 * Answers to danger that is the sender's own. Somebody else's, an unclear one and a typing error corrected to
 * SAFE hold nothing (X5, X17, X20); SAFE and NOCONTACT themselves are known by the flag they set.
 */
const ownDanger = new Set(['crisis.self-harm', 'crisis.self-harm-held', 'crisis.abuse', 'crisis.harm-others', 'topic.crisis.1']);

/** Whether what this person just told us must reach their other address too: own danger, a wish for silence, their age. */
export function concernsBoth({ facts, hold }: Subscriber): boolean {
  const last = facts.at(-1);
  if (last?.kind === 'flag_set') return true;
  if (last?.kind === 'notes_held') return hold?.reason === 'quiet';
  return last?.kind === 'crisis_answered' && (last.reply ?? []).some(({ id }) => ownDanger.has(id));
}

/**
 * The person's other address after that: the same flags, no sign-up waiting, locked programmes ended, what is
 * left rests until RESUME there (X5, O8). Undefined where all of it is so already.
 */
export function restLinked(
  person: Subscriber,
  from: Subscriber,
  guide: Guide,
  now: Instant,
): Pick<Decision, 'subscriber' | 'ledger' | 'reasons'> | undefined {
  const flagged = { ...person, flags: newest(person, from) };
  const open = isMinor(flagged, now) ? withoutEnrolment(flagged) : flagged;
  const left = withoutLockedEnrolment(withoutGate(withoutOffer(open)), guide);
  const rested =
    left.enrolment === undefined || isGrave(left.hold?.reason) ? left : held(left, from.hold?.reason === 'quiet' ? 'quiet' : 'crisis', now);
  if (JSON.stringify(rested) === JSON.stringify(person)) return undefined;
  return {
    subscriber: withWakeAt(remember(rested, { kind: 'notes_held', at: now })),
    ledger: [],
    reasons: [{ rule: 'linked.rest', because: 'They told us of danger on another address of theirs, so notes rest here too.' }],
  };
}

function newest({ flags }: Subscriber, from: Subscriber): Subscriber['flags'] {
  const later = (one: Flag | undefined, other: Flag | undefined) =>
    other === undefined || (one !== undefined && one.since >= other.since) ? one : other;
  const [safe, noContact, adultOnly] = (['safe', 'noContact', 'adultOnly'] as const).map((name) => later(flags[name], from.flags[name]));
  return { ...(safe && { safe }), ...(noContact && { noContact }), ...(adultOnly && { adultOnly }) };
}
