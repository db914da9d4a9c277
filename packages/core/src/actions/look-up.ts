import { claimAgain, claimLookUp } from '../domain/claim-note.ts';
import { plusMinutes } from '../domain/instant.ts';
import { renderText } from '../domain/render.ts';
import { mayStillGo } from '../domain/send-in-window.ts';
import { settleAbsent, settleDropped, settleGivenUp, settleSent } from '../domain/settle-note.ts';
import type { Settled } from '../domain/settle-post.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { afterSave, postClaimed } from './deliver.ts';
import { hashBody } from './hash-body.ts';
import type { NoteBudget } from './note-budget.ts';
import { settle } from './settle.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'mails' | 'links' | 'composeMail' | 'guide' | 'trace'>;

/**
 * Asks the provider about a message of unknown fate, under a fresh claim. Present: settled. Absent
 * twice, two minutes apart, and still allowed: one POST, if notes may leave at all (N5, S5, S7). Never
 * re-sent blindly (S2, S13).
 */
export async function lookUp(services: Needs, person: Subscriber, budget: NoteBudget): Promise<Counts> {
  const { store, clock, ids, guide } = services;
  const claimed = claimLookUp(person, ids.next(), clock.now());
  if ((await store.save(claimed)) === 'stale') return { 'claim.lost': 1 };
  const ours = afterSave(claimed);
  const found = await findSent(services, ours);
  if (found !== undefined)
    return settle(services, ours, (fresh) => settled(settleSent(fresh, found, guide.content, clock.now()), 'look-up.present'));
  return wasAbsentBefore(person, services) ? sendOnce(services, ours, budget) : askAgainLater(services, ours);
}

const askAgainLater = (services: Needs, person: Subscriber): Promise<Counts> =>
  settle(services, person, (fresh) => settled(settleAbsent(fresh, services.clock.now()), 'look-up.absent'));

/** Unknown for a day: a human looks at it, the programme goes on (S2). */
export async function giveUp(services: Needs, person: Subscriber): Promise<Counts> {
  const { store, clock, guide } = services;
  const { messageId, since } = person.owed!;
  await store.listForOperator({ at: since, subscriberId: person.id, messageId, why: 'unknown for 24 h' });
  return settle(services, person, (fresh) => settled(settleGivenUp(fresh, 'note_unknown', guide.content, clock.now()), 'owed.given-up'));
}

async function findSent({ texts }: Needs, { address, owed }: Subscriber): Promise<string | undefined> {
  const sent = await texts.listSent(address.value, owed!.since);
  return sent.find(({ body }) => hashBody(body) === owed!.bodyHash)?.providerId;
}

const wasAbsentBefore = ({ owed }: Subscriber, { clock }: Needs): boolean =>
  owed?.absentAt !== undefined && plusMinutes(owed.absentAt, 2) <= clock.now();

async function sendOnce(services: Needs, person: Subscriber, budget: NoteBudget): Promise<Counts> {
  const { store, clock, ids, guide } = services;
  const validitySeconds = mayStillGo(person, person.owed!.text, guide, clock.now());
  if (validitySeconds === undefined)
    return settle(services, person, (fresh) => settled(settleDropped(fresh, guide.content, clock.now()), 'look-up.dropped'));
  if (!(await budget.take(person))) return askAgainLater(services, person);
  const body = renderText(person.owed!.text, person, guide);
  const claimed = claimAgain(person, { claimId: ids.next(), messageId: ids.next(), bodyHash: hashBody(body) }, clock.now());
  if ((await store.save(claimed)) === 'stale') return { 'claim.lost': 1 };
  return postClaimed(services, afterSave(claimed), { body }, validitySeconds);
}

const settled = (subscriber: Subscriber, rule: string): Settled => ({
  subscriber,
  ledger: [],
  reason: { rule, because: 'The provider was asked what became of the message.' },
});
