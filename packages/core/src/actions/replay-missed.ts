import { PhoneNumber } from '../domain/address.ts';
import { isOptOut } from '../domain/decision.ts';
import { earliest, type Instant, latest, plusHours, plusMinutes } from '../domain/instant.ts';
import { type Message, reply } from '../domain/reply.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import { shortId } from './hash-body.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { restOtherAddress } from './rest-other-address.ts';
import { revokeLinked } from './revoke-linked.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'texts' | 'guide' | 'trace'>;

export const replayMark = 'inbound-replayed';
/** Ids of handled messages stay on a record this long (P6), so older ones cannot be told apart. */
const reachesBackHours = 24;
const overlapMinutes = 10;
/** What could not be taken in is met again by the next run, yet never holds the mark back so far that notes wait for it. */
const mostBehindMinutes = 45;
/** A write lost to somebody else is decided again on the fresh record, this often. */
const mostTries = 3;

interface Missed {
  from: PhoneNumber;
  message: Message;
  at: Instant;
}

/**
 * Lists inbound messages from the provider and takes in what we missed while we were down: opt-outs and
 * danger change the record, nothing is answered late (W12). Runs hourly, and before notes after an outage.
 * One that cannot be taken in stops no other, and the mark stays before it, so it is met again.
 */
export async function replayMissed(services: Needs): Promise<{ seen: number; replayed: number; failed: number }> {
  const { store, clock, texts } = services;
  const now = clock.now();
  const mark = await store.readMark(replayMark);
  const inbound = await texts.listInbound(latest(plusHours(now, -reachesBackHours), mark && plusMinutes(mark, -overlapMinutes)));
  const failedAt: Instant[] = [];
  let replayed = 0;
  for (const { providerId, from, body, at } of inbound) {
    const number = PhoneNumber.safeParse(from);
    if (!number.success) continue;
    const outcome = await replayOrNot(services, {
      from: number.data,
      message: { messageId: providerId, body, id: shortId(providerId) },
      at,
    });
    if (outcome === 'replayed') replayed++;
    if (outcome === 'failed') failedAt.push(at);
  }
  await store.writeMark(replayMark, latest(earliest(now, ...failedAt)!, plusMinutes(now, -mostBehindMinutes)));
  return { seen: inbound.length, replayed, failed: failedAt.length };
}

async function replayOrNot(services: Needs, missed: Missed): Promise<'replayed' | 'nothing' | 'failed'> {
  try {
    return await replayOne(services, missed);
  } catch {
    return 'failed';
  }
}

async function replayOne(services: Needs, { from, message, at }: Missed): Promise<'replayed' | 'nothing' | 'failed'> {
  const { store, guide, ids, trace } = services;
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await store.find({ channel: 'sms', value: from });
    const decision = reply(person, message, guide, at);
    const isKnown = decision.subscriber === person;
    if (isKnown && isOptOut(decision)) await revokeLinked(services, person);
    if (isKnown || !matters(person, decision.subscriber, at)) return 'nothing';
    if ((await store.save(decision.subscriber, ledgerEntries(decision.ledger, ids))) === 'stale') continue;
    trace?.(person.id, [
      ...decision.reasons,
      { rule: 'replay', because: 'It arrived while we were down; it is taken in without an answer.' },
    ]);
    await (isOptOut(decision) ? revokeLinked : restOtherAddress)(services, decision.subscriber);
    return 'replayed';
  }
  return 'failed';
}

/** Only what stops or rests notes is taken in late, and never against a newer choice; in the same second it wins. */
function matters(before: Subscriber, after: Subscriber, at: Instant): boolean {
  if (before.consentAt !== undefined && before.consentAt > at) return false;
  // "Should the texts end?" was not asked, so its silence could not be heard as a yes (O5).
  if (after.hold?.reason === 'question' && before.hold?.reason !== 'question') return false;
  const kind = after.facts.at(-1)?.kind;
  return kind === 'consent_withdrawn' || kind === 'crisis_answered' || kind === 'flag_set' || kind === 'notes_held';
}
