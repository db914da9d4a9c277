import { addressKey } from '@breathing-room/core/dynamo/address-key';
import { dynamoStore } from '@breathing-room/core/dynamo/store';
import type { StoreSettings } from '@breathing-room/core/dynamo/store-settings';
import type { Settings } from '@breathing-room/functions/settings';
import type { Text } from './conversation.ts';
import { type Answer, sendAll, signedPosts } from './load.ts';
import type { Service } from './service.ts';

export interface Round {
  service: Service;
  settings: Settings;
  table: StoreSettings;
  clients: number;
  texts: readonly Text[];
}

export interface RoundResult {
  textsPerSecond: number;
  /** Milliseconds, each text's. */
  latencies: number[];
  cpuMsPerText: number;
  rssBytes: number;
  recordsChanged: number;
}

/** Sends the texts and measures; then checks every answer and every record that should have changed. */
export async function inboundRound({ service, settings, table, clients, texts }: Round): Promise<RoundResult> {
  const posts = signedPosts(texts, settings);
  const versionsBefore = await versionsOf(table, texts);
  const before = await service.usage();
  const began = performance.now();
  const answers = await sendAll(posts, settings.PORT, clients);
  const seconds = (performance.now() - began) / 1000;
  const after = await service.usage();
  checkAnswers(texts, answers);
  const recordsChanged = checkRecords(texts, versionsBefore, await versionsOf(table, texts));
  return {
    textsPerSecond: texts.length / seconds,
    latencies: answers.map(({ ms }) => ms),
    cpuMsPerText: (after.cpuMs - before.cpuMs) / texts.length,
    rssBytes: after.rssBytes,
    recordsChanged,
  };
}

function checkAnswers(texts: readonly Text[], answers: readonly Answer[]): void {
  for (const [index, { status, contentType, body }] of answers.entries()) {
    if (status !== 200 || !contentType.startsWith('text/xml')) throw new Error(`text ${index} was answered with ${status} ${contentType}`);
    const { repeats } = texts[index]!;
    if (repeats !== undefined && answers[repeats]!.body !== body) throw new Error(`the repeat ${index} was answered differently`);
  }
}

/** Every number texted once, repeats aside, so each record must be exactly one version on. */
function checkRecords(texts: readonly Text[], before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  const numbers = new Set(texts.map(({ number }) => number));
  const changed = [...numbers].filter((number) => after.get(number) === before.get(number)! + 1);
  if (changed.length !== numbers.size) throw new Error(`${changed.length} records changed by one version, not ${numbers.size}`);
  return changed.length;
}

async function versionsOf(table: StoreSettings, texts: readonly Text[]): Promise<Map<string, number>> {
  const ids = new Map(texts.map(({ number }) => [number, addressKey(table.pepper, { channel: 'sms', value: number })]));
  const people = await dynamoStore(table).findMany([...ids.values()]);
  const versions = new Map(people.map(({ id, version }) => [id, version]));
  return new Map([...ids].map(([number, id]) => [number, versions.get(id) ?? 0]));
}
