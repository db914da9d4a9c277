import { suppressed } from '../domain/change-person.ts';
import type { LedgerDraft } from '../domain/decision.ts';
import type { Instant } from '../domain/instant.ts';
import { remember } from '../domain/remember.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { retentionYears } from '../domain/turn.ts';
import { withWakeAt } from '../domain/wake-at.ts';
import type { Services } from '../services.ts';
import { revokeLinked } from './revoke-linked.ts';
import { type Change, saveChange } from './save-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'links' | 'trace'>;

/** Opts out whom the token names, and their linked phone (O13); repeatable (E2). The link of an old mail works too. */
export async function unsubscribe(
  services: Needs,
  token: string,
  method: 'page' | 'one_click',
  proof?: { ip: string },
): Promise<'done' | 'forged'> {
  const { store, clock, links } = services;
  const now = clock.now();
  const named = links.read(token, 'unsubscribe', now);
  if (named === undefined) return 'forged';
  await saveChange(
    services,
    () => store.findById(named.subscriberId),
    (person) => optedOut(person, { method, ...(proof && { source: proof.ip }) }, now),
  );
  const person = await store.findById(named.subscriberId);
  if (person?.consent === 'withdrawn') await revokeLinked(services, person);
  return 'done';
}

function optedOut(person: Subscriber, by: Pick<LedgerDraft, 'method' | 'source'>, now: Instant): Change | undefined {
  if (person.consent === 'withdrawn') return undefined;
  const line: LedgerDraft = {
    ...by,
    kind: 'withdrawn',
    at: now,
    channel: person.address.channel,
    language: person.language,
    retentionYears,
    ...(person.enrolment !== undefined && { programme: person.enrolment.programme }),
  };
  return { subscriber: withWakeAt(remember(suppressed(person, now), { kind: 'consent_withdrawn', at: now })), ledger: [line] };
}
