import type { Address } from '../domain/address.ts';
import { suppressed } from '../domain/change-person.ts';
import type { LedgerDraft } from '../domain/decision.ts';
import { remember } from '../domain/remember.ts';
import { retentionYears } from '../domain/turn.ts';
import { withWakeAt } from '../domain/wake-at.ts';
import type { Services } from '../services.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { ContendedError } from './contended-error.ts';

const mostTries = 3;

/** Opts an address out for somebody who asked another way: by phone, letter or page (O13). `again` = it was already. */
export async function withdrawConsent(
  { store, clock, ids }: Pick<Services, 'store' | 'clock' | 'ids'>,
  address: Address,
  method: LedgerDraft['method'],
): Promise<'withdrawn' | 'again'> {
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await store.find(address);
    if (person.consent === 'withdrawn') return 'again';
    const now = clock.now();
    const after = withWakeAt(remember(suppressed(person, now), { kind: 'consent_withdrawn', at: now }));
    const line: LedgerDraft = { kind: 'withdrawn', method, at: now, channel: address.channel, language: person.language, retentionYears };
    if ((await store.save(after, ledgerEntries([line], ids))) === 'saved') return 'withdrawn';
  }
  throw new ContendedError(`one record was written by others ${mostTries} times in a row`);
}
