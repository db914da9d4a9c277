import { breakerOf } from '@breathing-room/core/actions/breaker';
import { killSwitch } from '@breathing-room/core/actions/may-notes-go';
import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { revokeLinked } from '@breathing-room/core/actions/revoke-linked';
import { withdrawConsent } from '@breathing-room/core/actions/withdraw-consent';
import { PhoneNumber } from '@breathing-room/core/domain/address';
import { forgotten } from '@breathing-room/core/domain/change-person';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import type { Services } from '@breathing-room/core/services';

/** A command is used wrongly; the message says how it is meant. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface Command {
  usage: string;
  does: string;
  /** @returns the lines to print. @throws UsageError when arguments are missing or odd. */
  run(services: Services, args: readonly string[]): Promise<string[]>;
}

/** What an operator may do by hand. Shows counts and switches; nobody's flags, topics or texts (P8). */
export const commands: Record<string, Command> = {
  status: { usage: 'status', does: 'switches, the oldest due note, today’s counts, how many messages wait for a look', run: status },
  'stop-notes': {
    usage: 'stop-notes <why>',
    does: 'kill switch: no scheduled note leaves; answers go on (N5)',
    run: (services, args) => turn(services, killSwitch, true, args),
  },
  'resume-notes': {
    usage: 'resume-notes <why>',
    does: 'scheduled notes leave again',
    run: (services, args) => turn(services, killSwitch, false, args),
  },
  'close-breaker': {
    usage: 'close-breaker <why>',
    does: 'after the sending of texts was mended: waiting notes go on (S5)',
    run: (services, args) => turn(services, breakerOf('sms'), false, args),
  },
  'close-mail-breaker': {
    usage: 'close-mail-breaker <why>',
    does: 'after the sending of mails was mended: waiting notes go on (S5)',
    run: (services, args) => turn(services, breakerOf('email'), false, args),
  },
  unknown: { usage: 'unknown', does: 'messages whose fate stayed unknown for a day: look them up at the provider', run: unknown },
  replay: { usage: 'replay', does: 'take in opt-outs and danger that arrived while the service was down (W12)', run: replay },
  'opt-out': { usage: 'opt-out <+number>', does: 'for somebody who asked by phone or letter', run: optOut },
  export: {
    usage: 'export <+number> --identity-checked',
    does: 'all that is kept of one person, as JSON, with the consent ledger (P1, O12)',
    run: exportPerson,
  },
  forget: { usage: 'forget <+number> --identity-checked', does: 'erase all but the block and the proof of consent (P2)', run: forget },
};

async function status({ store, clock }: Services): Promise<string[]> {
  const [kill, texts, mails, due, waiting, counts] = await Promise.all([
    store.readSwitch(killSwitch),
    store.readSwitch(breakerOf('sms')),
    store.readSwitch(breakerOf('email')),
    store.nextDue(),
    store.operatorList(),
    store.countsOf(clock.now().slice(0, 10)),
  ]);
  const said = (value: typeof kill): string =>
    value === undefined ? 'never set' : `${value.on ? 'ON' : 'off'} since ${value.at}: ${value.why}`;
  const sums = Object.entries(counts).flatMap(([job, all]) => Object.entries(all).map(([name, count]) => `  ${job} ${name} ${count}`));
  return [
    `kill switch: ${said(kill)}`,
    `breaker of texts: ${said(texts)}`,
    `breaker of mails: ${said(mails)}`,
    `next due: ${due ?? 'nobody'}${due !== undefined && due < clock.now() ? ' (late)' : ''}`,
    `messages of unknown fate: ${waiting.length}`,
    ...(sums.length === 0 ? ['no counts today'] : ['counts today:', ...sums]),
  ];
}

async function turn({ store, clock }: Services, name: string, on: boolean, args: readonly string[]): Promise<string[]> {
  const why = args.join(' ').trim();
  if (why === '') throw new UsageError('Say why in a few words; it is kept beside the switch.');
  await store.writeSwitch(name, { on, why, at: clock.now() });
  return [`${name} is ${on ? 'ON' : 'off'}: ${why}`];
}

async function unknown({ store }: Services): Promise<string[]> {
  const list = await store.operatorList();
  if (list.length === 0) return ['No message is of unknown fate.'];
  return list.map(({ at, messageId, subscriberId, why }) => `${at}  message ${messageId}  person ${subscriberId}  ${why}`);
}

async function replay(services: Services): Promise<string[]> {
  const { seen, replayed } = await replayMissed(services);
  return [`${seen} inbound messages seen, ${replayed} taken in late.`];
}

async function optOut(services: Services, args: readonly string[]): Promise<string[]> {
  const outcome = await withdrawConsent(services, { channel: 'sms', value: numberIn(args) }, 'operator');
  return [outcome === 'again' ? 'They were opted out already.' : 'Opted out; the ledger says so.'];
}

async function exportPerson({ store }: Services, args: readonly string[]): Promise<string[]> {
  identityChecked(args);
  const person = await store.find({ channel: 'sms', value: numberIn(args) });
  if (person.version === 0) return ['Nothing is kept of this number.'];
  return [JSON.stringify({ record: person, ledger: await store.ledgerOf(person.id) }, undefined, 2)];
}

async function forget(services: Services, args: readonly string[]): Promise<string[]> {
  identityChecked(args);
  const { store, clock } = services;
  const person = await store.find({ channel: 'sms', value: numberIn(args) });
  if (person.version === 0) return ['Nothing is kept of this number.'];
  const after = withWakeAt(forgotten(person, clock.now()));
  if ((await store.save(after)) === 'stale') return ['Somebody wrote to the record meanwhile; run it again.'];
  await revokeLinked(services, after);
  return ['Erased; the provider’s records and the address follow within ten minutes.'];
}

function numberIn(args: readonly string[]): PhoneNumber {
  const number = PhoneNumber.safeParse(args.find((arg) => !arg.startsWith('--')));
  if (!number.success) throw new UsageError('A number is written +12125550123: a plus, the country code, digits only.');
  return number.data;
}

/** The full export and erasure need more than a number: a call back, a letter, a document (P1). */
function identityChecked(args: readonly string[]): void {
  if (!args.includes('--identity-checked'))
    throw new UsageError('Check first that it is them, by another way than this number; then add --identity-checked.');
}
