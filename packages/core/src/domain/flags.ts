import { type Instant, plusDays } from './instant.ts';
import type { FlagName, Subscriber } from './subscriber.ts';

/** A flag may be kept this long (brief 7.1; requirements: each bit has an expiry). */
export const flagDays = 90;
/** A fresh answer to the safety line may end a flag only after this (X16). */
const flagHoldsDays = 7;

/** Flags that close texts and programmes. */
export type Lock = Extract<FlagName, 'safe' | 'noContact'>;

/** Sets one of the three bits, for 90 days from now. */
export const withFlag = (person: Subscriber, name: FlagName, now: Instant): Subscriber => ({
  ...person,
  flags: { ...person.flags, [name]: { since: now, until: plusDays(now, flagDays) } },
});

/** The locks in force. A flag past its expiry still locks until the safety line is answered anew (X16). */
export const locksOf = ({ flags }: Subscriber): Lock[] => (['safe', 'noContact'] as const).filter((name) => flags[name] !== undefined);

/** Locks that a fresh answer to the safety line could not yet end. */
export const firmLocksOf = (person: Subscriber, now: Instant): Lock[] =>
  locksOf(person).filter((name) => plusDays(person.flags[name]!.since, flagHoldsDays) > now);

/** Only the SAFE flag locks, its time is over, and it waits for the safety line. */
export const waitsForGate = (person: Subscriber, now: Instant): boolean => {
  const { safe, noContact } = person.flags;
  return safe !== undefined && safe.until <= now && noContact === undefined;
};

export const isMinor = ({ flags }: Subscriber, now: Instant): boolean => flags.adultOnly !== undefined && flags.adultOnly.until > now;

/**
 * The person answered the safety line with GO: flags old enough end, if the line asked about them (X16).
 * A line that asks only about feeling unsafe says nothing of a wish for no contact, which is final.
 */
export function afterGate(person: Subscriber, asked: readonly Lock[], now: Instant): Subscriber {
  const firm = firmLocksOf(person, now);
  const stays = (name: Lock): boolean => firm.includes(name) || !asked.includes(name);
  const { safe, noContact, adultOnly } = person.flags;
  return {
    ...person,
    flags: {
      ...(safe !== undefined && stays('safe') && { safe }),
      ...(noContact !== undefined && stays('noContact') && { noContact }),
      ...(adultOnly !== undefined && adultOnly.until > now && { adultOnly }),
    },
  };
}
