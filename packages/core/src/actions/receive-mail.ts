import { isOptOut, type Decision } from '../domain/decision.ts';
import type { InboundMail } from '../domain/inbound-mail.ts';
import { replyToMail } from '../domain/mail-reply.ts';
import { regionOf } from '../domain/region-of.ts';
import { newSubscriber, type Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { Services } from '../services.ts';
import { shortId } from './hash-body.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { giveBackConfirmation, mayConfirmToday } from './may-confirm-today.ts';
import { ContendedError } from './contended-error.ts';
import { restOtherAddress } from './rest-other-address.ts';
import { revokeLinked } from './revoke-linked.ts';
import { sendMail } from './send-mail.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail' | 'meter' | 'trace'>;
type Known = InboundMail & { id: string };

/** A write lost to somebody else is decided again on the fresh record, this often. */
const mostTries = 3;

/**
 * Decides on one mail and answers it by mail, once however often it arrives (E5, E6). With the database down
 * danger is answered all the same (X3).
 * @throws MailNotTakenError when the answer was surely not taken, so that the same mail is tried again.
 */
export async function receiveMail(services: Needs, mail: InboundMail): Promise<void> {
  const known: Known = { ...mail, id: shortId(mail.messageId) };
  let decision: Decision;
  try {
    decision = await decideAndSave(services, known);
  } catch (cause) {
    if (await answerDanger(services, known)) return;
    throw cause;
  }
  await answer(services, decision, known);
}

export class MailNotTakenError extends Error {
  override name = 'MailNotTakenError';
}

async function decideAndSave(services: Needs, mail: Known): Promise<Decision> {
  const { store, clock, guide, ids, trace, meter } = services;
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await store.find({ channel: 'email', value: mail.from });
    const decision = replyToMail(before, mail, guide, clock.now());
    const isUnchanged = decision.subscriber === before;
    const outcome = isUnchanged ? 'saved' : await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids));
    if (outcome === 'stale') continue;
    trace?.(before.id, decision.reasons);
    meter.add({ [`mail.inbound.${isUnchanged ? 'unchanged' : (decision.subscriber.facts.at(-1)?.kind ?? 'none')}`]: 1 });
    if (mail.verdict === 'aligned' && (isOptOut(decision) || !isUnchanged)) await takeOver(services, decision);
    return decision;
  }
  throw new ContendedError(`one record was written by others ${mostTries} times in a row`);
}

/** What they said is written; a fault here must not cost the person their answer. */
async function takeOver(services: Needs, decision: Decision): Promise<void> {
  try {
    await (isOptOut(decision) ? revokeLinked : restOtherAddress)(services, decision.subscriber);
  } catch {
    services.meter.add({ 'inbound.linked_not_revoked': 1 });
  }
}

async function answer(services: Needs, { subscriber, reply: texts }: Decision, { id }: Known): Promise<void> {
  const { store, clock } = services;
  if (texts.length === 0) return;
  const day = clock.now().slice(0, 10);
  const once = `answer-${subscriber.id}-${id}`;
  if ((await store.reserve(once, day, 1, 1)) === 0) return;
  const isConfirmation = texts.some((text) => text.id === 'mail.confirm');
  if (isConfirmation && !(await mayConfirmToday(services, subscriber.id))) return;
  const { kind } = await sendMail(services, subscriber, texts);
  if (kind === 'sent' || kind === 'unknown') return;
  await store.reserve(once, day, -1, 1);
  if (isConfirmation) await giveBackConfirmation(services, subscriber.id);
  throw new MailNotTakenError('the answer to a mail was not taken');
}

/** The answer of somebody unknown to the same words, given only where it is about danger. */
async function answerDanger(services: Needs, mail: Known): Promise<boolean> {
  const { guide, clock, meter } = services;
  const address = { channel: 'email', value: mail.from } as const;
  const stranger: Subscriber = { ...newSubscriber('nobody-known-yet', address, regionOf(address)), consent: 'withdrawn' };
  const { subscriber, reply: texts } = replyToMail(stranger, mail, guide, clock.now());
  if (!texts.some(isAboutDanger)) return false;
  meter.add({ 'inbound.crisis_without_store': 1 });
  await sendMail(services, subscriber, texts);
  return true;
}

const isAboutDanger = ({ id }: TextRef): boolean => /^(?:crisis|minor|topic\.(?:safe|crisis|nocontact))\./.test(id);
