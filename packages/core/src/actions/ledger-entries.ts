import type { LedgerDraft } from '../domain/decision.ts';
import type { LedgerEntry } from '../domain/ledger-entry.ts';
import type { Ids } from '../ports.ts';
import { hashBody } from './hash-body.ts';

/** Gives drafts their ids; the wording shown is kept as a hash beside its id and version (O12). */
export const ledgerEntries = (drafts: readonly LedgerDraft[], ids: Ids): LedgerEntry[] =>
  drafts.map(({ wording, ...draft }) => ({
    ...draft,
    id: ids.next(),
    ...(wording !== undefined && { wording: { id: wording.id, version: wording.version, hash: hashBody(wording.shown) } }),
  }));
