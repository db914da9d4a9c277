import { forgotten, suppressed } from './change-person.ts';
import type { Decision } from './decision.ts';
import type { Instant } from './instant.ts';
import { remember } from './remember.ts';
import type { Subscriber } from './subscriber.ts';
import { retentionYears } from './turn.ts';
import { withWakeAt } from './wake-at.ts';

/**
 * The person opted out on their other address: this one follows (O13). Undefined where it has already.
 * US law lets a person revoke by any reasonable means, for every channel (47 CFR 64.1200(a)(10)).
 */
export function optOutLinked(person: Subscriber, now: Instant): Pick<Decision, 'subscriber' | 'ledger' | 'reasons'> | undefined {
  if (person.consent === 'withdrawn') return undefined;
  const { address, language, enrolment } = person;
  const programme = enrolment === undefined ? {} : { programme: enrolment.programme };
  return {
    subscriber: withWakeAt(remember(suppressed(person, now), { kind: 'consent_withdrawn', at: now })),
    ledger: [{ kind: 'withdrawn', method: 'linked', at: now, channel: address.channel, language, retentionYears, ...programme }],
    reasons: [{ rule: 'opt-out.linked', because: 'They opted out on another address of theirs, so this one ends too.' }],
  };
}

/** FORGET ME on one address erases the other too (P2, O13). Undefined where it has been erased already. */
export function forgetLinked(person: Subscriber, now: Instant): Pick<Decision, 'subscriber' | 'ledger' | 'reasons'> | undefined {
  if (person.purgeAt !== undefined) return undefined;
  const { address, language } = person;
  return {
    subscriber: withWakeAt(remember(forgotten(person, now), { kind: 'consent_withdrawn', at: now })),
    ledger: [{ kind: 'withdrawn', method: 'linked', at: now, channel: address.channel, language, retentionYears }],
    reasons: [{ rule: 'forget.linked', because: 'They asked on another address of theirs to be forgotten, so this one goes too.' }],
  };
}
