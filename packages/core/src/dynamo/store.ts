import { earliest } from '../domain/instant.ts';
import { pruneFacts } from '../domain/prune-facts.ts';
import { newSubscriber, type Subscriber } from '../domain/subscriber.ts';
import type { Store } from '../ports.ts';
import { addressKey } from './address-key.ts';
import { reserveBudget } from './budget.ts';
import { addDayCounts, dayCounts } from './day-counts.ts';
import { dueInShard, firstInShard } from './due.ts';
import {
  operatorEntries,
  readMarkRecord,
  readSwitchRecord,
  writeMarkRecord,
  writeOperatorEntry,
  writeSwitchRecord,
} from './operator-records.ts';
import { inPartition, queryAll } from './query.ts';
import { readRecord, readRecords, recordKey } from './read-records.ts';
import { openPage, openRecord, readRecordOf } from './open-record.ts';
import { saveRecord } from './save-record.ts';
import type { StoreSettings } from './store-settings.ts';
import { ledgerPrefix, readLedgerEntry } from './stored-ledger-entry.ts';
import { erasingWrite, fullWrite } from './write-record.ts';

/** The store on one DynamoDB table. */
export const dynamoStore = (settings: StoreSettings): Store => {
  const { client, tableName, keys, pepper, clock, regionOf, shards } = settings;
  const pruned = (subscriber: Subscriber): Subscriber => pruneFacts(subscriber, clock.now());

  return {
    async find(address) {
      const id = addressKey(pepper, address);
      const item = await readRecord(client, tableName, id);
      return item === undefined ? newSubscriber(id, address, regionOf(address)) : pruned(readRecordOf(item, address));
    },
    async findById(id) {
      const item = await readRecord(client, tableName, id);
      const subscriber = item && openRecord(keys, item);
      return subscriber && pruned(subscriber);
    },
    async findMany(ids) {
      const items = await readRecords(client, tableName, ids);
      return inOrder(ids, openPage(settings, items).map(pruned));
    },
    save: (after, ledger = []) => saveRecord(settings, fullWrite(settings, after, ledger)),
    erase: (after, ledger) => saveRecord(settings, erasingWrite(settings, after, ledger)),
    due: (shard, now, limit, after) => dueInShard(settings, { shard, now, limit, after }),
    shardCount: () => shards,
    async nextDue() {
      const firsts = await Promise.all(Array.from({ length: shards }, (_, shard) => firstInShard(settings, shard)));
      return earliest(...firsts);
    },
    async ledgerOf(id) {
      const items = await queryAll(client, { TableName: tableName, ...inPartition(recordKey(id).pk, ledgerPrefix), ConsistentRead: true });
      return items.map((item) => readLedgerEntry(keys, item));
    },
    addCounts: (job, day, counts) => addDayCounts(settings, job, day, counts),
    countsOf: (day) => dayCounts(settings, day),
    reserve: (name, window, amount, limit) => reserveBudget(settings, { name, window, amount, limit }),
    readSwitch: (name) => readSwitchRecord(settings, name),
    writeSwitch: (name, value) => writeSwitchRecord(settings, name, value),
    listForOperator: (entry) => writeOperatorEntry(settings, entry),
    operatorList: () => operatorEntries(settings),
    readMark: (name) => readMarkRecord(settings, name),
    writeMark: (name, at) => writeMarkRecord(settings, name, at),
  };
};

/** As asked; the engine answers in an order of its own. */
const inOrder = (ids: readonly string[], found: readonly Subscriber[]): Subscriber[] => {
  const byId = new Map(found.map((subscriber) => [subscriber.id, subscriber]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
};
