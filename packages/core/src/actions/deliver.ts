import type { PhoneNumber } from '../domain/address.ts';
import { claimNote } from '../domain/claim-note.ts';
import { mayPostAt } from '../domain/owed-lease.ts';
import { renderText } from '../domain/render.ts';
import { settlePost } from '../domain/settle-post.ts';
import type { SendOutcome } from '../domain/send-outcome.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { hashBody } from './hash-body.ts';
import { settle } from './settle.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'guide' | 'trace'>;

/** Claims a due note, hands it to the provider, writes what became of it: two writes, one POST. */
export async function deliver(services: Needs, person: Subscriber, text: TextRef, validitySeconds: number): Promise<Counts> {
  const { store, clock, ids, guide } = services;
  const body = renderText(text, person, guide);
  const claim = { text, messageId: ids.next(), claimId: ids.next(), bodyHash: hashBody(body) };
  const claimed = claimNote(person, claim, clock.now());
  if ((await store.save(claimed)) === 'stale') return { 'claim.lost': 1 };
  return postClaimed(services, afterSave(claimed), body, validitySeconds);
}

/** POSTs under a claim just written; a claim gone old meanwhile is dropped and left to its lease. */
export async function postClaimed(services: Needs, claimed: Subscriber, body: string, validitySeconds: number): Promise<Counts> {
  const { clock, guide } = services;
  if (!mayPostAt(claimed.owed!, clock.now())) return { 'claim.too-old': 1 };
  const outcome = await post(services, claimed, body, validitySeconds);
  return settle(services, claimed, (fresh) => settlePost(fresh, outcome, guide, clock.now()));
}

/** The record as it stands after a save, without reading it again. */
export const afterSave = (person: Subscriber): Subscriber => ({ ...person, version: person.version + 1 });

async function post({ texts }: Needs, { address, owed }: Subscriber, body: string, validitySeconds: number): Promise<SendOutcome> {
  try {
    return await texts.send({ to: address.value as PhoneNumber, body, messageId: owed!.messageId, validitySeconds });
  } catch {
    return { kind: 'unknown' }; // Whatever broke, it may have been taken; only the provider knows.
  }
}
