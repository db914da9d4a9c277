import type { Address } from '../domain/address.ts';
import { suppressed } from '../domain/change-person.ts';
import type { LedgerDraft } from '../domain/decision.ts';
import { remember } from '../domain/remember.ts';
import { retentionYears } from '../domain/turn.ts';
import { withWakeAt } from '../domain/wake-at.ts';
import type { Services } from '../services.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { revokeLinked } from './revoke-linked.ts';
import { ContendedError } from './contended-error.ts';

const mostTries = 3;

/** Opts an address, and the one linked to it, out for somebody who asked another way (O13). `again` = it was already. */
export async function withdrawConsent(
  services: Pick<Services, 'store' | 'clock' | 'ids' | 'trace'>,
  address: Address,
  method: LedgerDraft['method'],
): Promise<'withdrawn' | 'again'> {
  const { store, clock, ids } = services;
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await store.find(address);
    if (person.consent === 'withdrawn') {
      await revokeLinked(services, person);
      return 'again';
    }
    const now = clock.now();
    const after = withWakeAt(remember(suppressed(person, now), { kind: 'consent_withdrawn', at: now }));
    const line: LedgerDraft = { kind: 'withdrawn', method, at: now, channel: address.channel, language: person.language, retentionYears };
    if ((await store.save(after, ledgerEntries([line], ids))) === 'stale') continue;
    await revokeLinked(services, after);
    return 'withdrawn';
  }
  throw new ContendedError(`one record was written by others ${mostTries} times in a row`);
}
