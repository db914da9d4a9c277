import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { latest } from '@breathing-room/core/domain/instant';
import { pruneFacts } from '@breathing-room/core/domain/prune-facts';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { fitRecord, recordBytes } from '@breathing-room/core/dynamo/fit-record';
import type { Item } from '@breathing-room/core/dynamo/item';
import { itemSize } from '@breathing-room/core/dynamo/item-size';
import { packSubscriber, parseStored, readSubscriber } from '@breathing-room/core/dynamo/stored-subscriber';
import { arbitrarySubscriber, largestTexter } from '../support/arbitrary-subscriber.ts';

const sealedAddress = new Uint8Array(1 + 12 + 16 + 16);

const pack = (subscriber: Subscriber): Item =>
  packSubscriber(subscriber, {
    pk: `S#${subscriber.id}`,
    version: subscriber.version + 1,
    writer: 'abcdefghij',
    shards: 64,
    wakeKey: 'W#63',
    sealedAddress,
  });

const read = (item: Item, { id, address }: Subscriber): Subscriber => readSubscriber(parseStored(item), id, address, item);

const nextVersion = (subscriber: Subscriber): Subscriber => ({ ...subscriber, version: subscriber.version + 1 });

const newest = ({ facts }: Subscriber): string => latest('1970-01-01T00:00:00Z', ...facts.map(({ at }) => at));

describe('a packed record', () => {
  test.prop([arbitrarySubscriber])('reads back as it was, whatever the schema allows', (subscriber) => {
    expect(read(pack(subscriber), subscriber)).toStrictEqual(nextVersion(subscriber));
  });

  test.prop([arbitrarySubscriber])('loses nothing but references a day old and facts that give way', (subscriber) => {
    const kept = read(fitRecord(subscriber, pack), subscriber);
    const pruned = pruneFacts(subscriber, newest(subscriber));
    expect({ ...kept, facts: [] }).toStrictEqual({ ...nextVersion(subscriber), facts: [] });
    expect(pruned.facts).toEqual(expect.arrayContaining(kept.facts));
  });

  test.prop([arbitrarySubscriber])('keeps its facts whenever they fit', (subscriber) => {
    const pruned = pruneFacts(subscriber, newest(subscriber));
    fc.pre(itemSize(pack(pruned)) <= recordBytes);
    expect(read(fitRecord(subscriber, pack), subscriber).facts).toStrictEqual(pruned.facts);
  });
});

describe('the largest legal record on SMS', () => {
  const largest = largestTexter();

  it('takes one write unit', () => {
    expect(itemSize(fitRecord(largest, pack))).toBeLessThanOrEqual(1000);
  });

  it('keeps the newest facts when not all of them fit', () => {
    const { facts } = read(fitRecord(largest, pack), largest);
    expect(facts.length).toBeGreaterThanOrEqual(5);
    expect(facts).toEqual(largest.facts.slice(-facts.length));
  });

  it('lets facts without an inbound id give way first', () => {
    const facts = largest.facts.map(({ inboundId, ...fact }, index) => (index < 6 ? { ...fact, inboundId: inboundId ?? '' } : fact));
    const kept = read(fitRecord({ ...largest, facts }, pack), largest).facts;
    expect(kept.length).toBeLessThan(20);
    expect(kept.slice(0, 6)).toEqual(facts.slice(0, 6));
  });

  it('goes over a unit rather than lose the fact it was written for', () => {
    const long = { ...largest, facts: largest.facts.slice(-1), zone: 'x'.repeat(900) };
    const item = fitRecord(long, pack);
    expect(itemSize(item)).toBeGreaterThan(1000);
    expect(read(item, long).facts).toEqual(long.facts);
  });
});

describe('a record of a newer build', () => {
  it('is read without the facts this build has no word for', () => {
    const item = pack({ ...largestTexter(), facts: largestTexter().facts.slice(0, 1) });
    const newer = { ...item, f: { S: `Ztmr2x8 - - odd\n${item.f?.S}` } };
    expect(read(newer, largestTexter()).facts).toHaveLength(1);
  });
});
