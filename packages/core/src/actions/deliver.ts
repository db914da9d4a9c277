import { claimNote } from '../domain/claim-note.ts';
import { mayPostAt } from '../domain/owed-lease.ts';
import { renderText } from '../domain/render.ts';
import { settleMail } from '../domain/settle-mail.ts';
import { settlePost } from '../domain/settle-post.ts';
import type { SendOutcome } from '../domain/send-outcome.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { ComposedMail, Counts } from '../ports.ts';
import type { Services } from '../services.ts';
import { hashBody } from './hash-body.ts';
import { mailOf } from './send-mail.ts';
import { settle } from './settle.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'mails' | 'links' | 'composeMail' | 'guide' | 'trace'>;

/** A text, or a mail beside its text part. */
export interface ReadyMessage {
  body: string;
  mail?: ComposedMail;
}

/** Claims a due note, hands it to the provider, writes what became of it: two writes, one POST. */
export async function deliver(services: Needs, person: Subscriber, text: TextRef, validitySeconds: number): Promise<Counts> {
  const { store, clock, ids } = services;
  const message = await readyMessage(services, person, text);
  const claim = { text, messageId: ids.next(), claimId: ids.next(), bodyHash: hashBody(message.body) };
  const claimed = claimNote(person, claim, clock.now());
  if ((await store.save(claimed)) === 'stale') return { 'claim.lost': 1 };
  return postClaimed(services, afterSave(claimed), message, validitySeconds);
}

/** POSTs under a claim just written; a claim gone old meanwhile is dropped and left to its lease. */
export async function postClaimed(services: Needs, claimed: Subscriber, message: ReadyMessage, validitySeconds: number): Promise<Counts> {
  const { clock, guide } = services;
  if (!mayPostAt(claimed.owed!, clock.now())) return { 'claim.too-old': 1 };
  const outcome = await post(services, claimed, message, validitySeconds);
  const settleOutcome = message.mail === undefined ? settlePost : settleMail;
  return settle(services, claimed, (fresh) => settleOutcome(fresh, outcome, guide, clock.now()));
}

/** Made before the claim, so that a text that cannot be made leaves nothing claimed. */
async function readyMessage(services: Needs, person: Subscriber, text: TextRef): Promise<ReadyMessage> {
  if (person.address.channel === 'sms') return { body: renderText(text, person, services.guide) };
  const mail = await mailOf(services, person, text);
  return { body: mail.text, mail };
}

/** The record as it stands after a save, without reading it again. */
export const afterSave = (person: Subscriber): Subscriber => ({ ...person, version: person.version + 1 });

async function post(
  { texts, mails }: Needs,
  { address, owed }: Subscriber,
  { body, mail }: ReadyMessage,
  validitySeconds: number,
): Promise<SendOutcome> {
  const { messageId } = owed!;
  try {
    if (mail !== undefined) return await mails.send({ ...mail, to: address.value, messageId });
    return await texts.send({ to: address.value, body, messageId, validitySeconds });
  } catch {
    return { kind: 'unknown' }; // Whatever broke, it may have been taken; only the provider knows.
  }
}
