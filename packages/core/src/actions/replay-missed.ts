import { PhoneNumber } from '../domain/address.ts';
import { type Instant, latest, plusHours, plusMinutes } from '../domain/instant.ts';
import { type Message, reply } from '../domain/reply.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import { shortId } from './hash-body.ts';
import { ledgerEntries } from './ledger-entries.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'guide' | 'trace'>;

export const replayMark = 'inbound-replayed';
/** Ids of handled messages stay on a record this long (P6), so older ones cannot be told apart. */
const reachesBackHours = 24;
const overlapMinutes = 10;

/**
 * Lists inbound messages from the provider and takes in what we missed while we were down: opt-outs and
 * danger change the record, nothing is answered late (W12). Runs hourly, and before notes after an outage.
 */
export async function replayMissed(services: Needs): Promise<{ seen: number; replayed: number }> {
  const { store, clock, texts } = services;
  const now = clock.now();
  const mark = await store.readMark(replayMark);
  const since = latest(plusHours(now, -reachesBackHours), mark && plusMinutes(mark, -overlapMinutes));
  const inbound = await texts.listInbound(since);
  let replayed = 0;
  for (const { providerId, from, body, at } of inbound) {
    const number = PhoneNumber.safeParse(from);
    if (number.success && (await replayOne(services, number.data, { messageId: providerId, body, id: shortId(providerId) }, at))) replayed++;
  }
  await store.writeMark(replayMark, now);
  return { seen: inbound.length, replayed };
}

async function replayOne(services: Needs, from: PhoneNumber, message: Message, at: Instant): Promise<boolean> {
  const { store, guide, ids, trace } = services;
  const person = await store.find({ channel: 'sms', value: from });
  const decision = reply(person, message, guide, at);
  if (decision.subscriber === person || !matters(person, decision.subscriber, at)) return false;
  trace?.(person.id, [...decision.reasons, { rule: 'replay', because: 'It arrived while we were down; it is taken in without an answer.' }]);
  return (await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids))) === 'saved';
}

/** Only what stops or rests notes is taken in late, and never against a newer choice of the person. */
function matters(before: Subscriber, after: Subscriber, at: Instant): boolean {
  if (before.consentAt !== undefined && before.consentAt >= at) return false;
  const kind = after.facts.at(-1)?.kind;
  return kind === 'consent_withdrawn' || kind === 'crisis_answered' || kind === 'flag_set' || kind === 'notes_held';
}
