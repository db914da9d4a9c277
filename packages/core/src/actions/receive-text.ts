import { type Decision, isOptOut } from '../domain/decision.ts';
import type { InboundText, TextAnswer } from '../domain/inbound-text.ts';
import { regionOf } from '../domain/region-of.ts';
import { renderReply } from '../domain/render.ts';
import { type Message, reply } from '../domain/reply.ts';
import { newSubscriber, type Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { Services } from '../services.ts';
import { ContendedError } from './contended-error.ts';
import { shortId } from './hash-body.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { linkAddress } from './link-address.ts';
import { restOtherAddress } from './rest-other-address.ts';
import { revokeLinked } from './revoke-linked.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail' | 'meter' | 'trace'>;

/** A write lost to somebody else is decided again on the fresh record, this often. */
const mostTries = 3;

/**
 * Answers one text: one read, one conditional write, the answer rendered from the decision.
 * With the database down danger is answered all the same (X3); anything else throws.
 */
export async function receiveText(services: Needs, inbound: InboundText): Promise<TextAnswer> {
  const message: Message = { ...inbound, id: shortId(inbound.messageId) };
  try {
    return await decideAndSave(services, inbound, message);
  } catch (cause) {
    const answer = answerDanger(services, inbound, message);
    if (answer === undefined) throw cause;
    return answer;
  }
}

async function decideAndSave(services: Needs, inbound: InboundText, message: Message): Promise<TextAnswer> {
  const { store, clock, guide, ids } = services;
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await store.find({ channel: 'sms', value: inbound.from });
    const decision = reply(before, message, guide, clock.now());
    const isRepeat = decision.subscriber === before;
    const outcome =
      isRepeat || leavesNoTrace(before, decision) ? 'saved' : await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids));
    if (outcome === 'stale') continue;
    if (isOptOut(decision) || !isRepeat) await takeOver(services, decision);
    if (decision.linkTo !== undefined) await askMailbox(services, decision.subscriber, decision.linkTo);
    return answered(services, decision);
  }
  throw new ContendedError(`one record was written by others ${mostTries} times in a row`);
}

/** Somebody forgotten who is met with silence: their address is not stored again for that (P2). */
const leavesNoTrace = (before: Subscriber, { subscriber, reply: said }: Decision): boolean =>
  before.consent === 'withdrawn' && before.facts.length === 0 && said.length === 0 && subscriber.facts.at(-1)?.kind === 'text_ignored';

function answered({ guide, meter, trace }: Needs, { subscriber, reply: refs, reasons }: Decision): TextAnswer {
  trace?.(subscriber.id, reasons);
  meter.add({ [`inbound.${subscriber.facts.at(-1)?.kind ?? 'none'}`]: 1 });
  return { body: renderReply(refs, subscriber, guide) };
}

/** What they said is written; a fault here must not cost the person their answer. The replay repeats an opt-out. */
async function takeOver(services: Needs, decision: Decision): Promise<void> {
  try {
    if (isOptOut(decision)) await revokeLinked(services, decision.subscriber);
    else await restOtherAddress(services, decision.subscriber);
  } catch {
    services.meter.add({ 'inbound.linked_not_revoked': 1 });
  }
}

/** Their answer does not wait on the mailbox: a fault there is counted, and EMAIL may be texted again. */
async function askMailbox(services: Needs, phone: Subscriber, email: string): Promise<void> {
  try {
    await linkAddress(services, phone, email);
  } catch {
    services.meter.add({ 'link.not_asked': 1 });
  }
}

/**
 * The answer of somebody unknown to the same words, given only where it is about danger. They count as
 * opted out, so that a STOP beside the danger is not confirmed before it could be written.
 */
function answerDanger({ guide, clock, meter }: Needs, inbound: InboundText, message: Message): TextAnswer | undefined {
  const address = { channel: 'sms', value: inbound.from } as const;
  const stranger: Subscriber = { ...newSubscriber('nobody-known-yet', address, regionOf(address)), consent: 'withdrawn' };
  const { subscriber, reply: refs } = reply(stranger, message, guide, clock.now());
  if (!refs.some(isAboutDanger)) return undefined;
  meter.add({ 'inbound.crisis_without_store': 1 });
  return { body: renderReply(refs, subscriber, guide) };
}

const isAboutDanger = ({ id }: TextRef): boolean => /^(?:crisis|minor|topic\.(?:safe|crisis|nocontact))\./.test(id);
