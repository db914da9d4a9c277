import { beforeAll, describe, expect, it } from 'vitest';
import type { Address } from '@breathing-room/core/domain/address';
import type { LedgerEntry } from '@breathing-room/core/domain/ledger-entry';
import type { DueEntry, Store } from '@breathing-room/core/ports';

/** A number nobody used before in this run, so that tests sharing a table do not meet. */
export const freshAddress = (): Address => {
  freshAddress.count += 1;
  return { channel: 'sms', value: `+1555${String(1_000_000 + freshAddress.count)}` };
};
freshAddress.count = 0;

export const ledgerEntry = (id: string, at = '2026-11-22T10:00:00Z'): LedgerEntry => ({
  id,
  kind: 'given',
  at,
  channel: 'sms',
  programme: 'patience',
  method: 'go_word',
  wording: { id: 'join.contact', version: 'abcdef012345', hash: '0123456789ab' },
  language: 'en',
  source: 'SM0123456789abcdef',
  retentionYears: 6,
});

/** What every store must do, whatever it is built on. `make` gives a store of its own to each run. */
export const storeContract = (name: string, make: () => Promise<Store>): void => {
  describe(`the store contract on ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await make();
    });

    describe('finding and saving', () => {
      it('gives a new person for an address that never wrote, and writes nothing', async () => {
        const address = freshAddress();
        const found = await store.find(address);
        expect(found).toMatchObject({ address, version: 0, consent: 'none', facts: [] });
        expect(await store.findById(found.id)).toBeUndefined();
      });

      it('finds what was saved, one version higher, by address, by id and among many', async () => {
        const person = { ...(await store.find(freshAddress())), zone: 'America/Denver' };
        expect(await store.save(person)).toBe('saved');
        const stored = { ...person, version: 1 };
        expect(await store.find(person.address)).toStrictEqual(stored);
        expect(await store.findById(person.id)).toStrictEqual(stored);
        expect(await store.findMany([person.id])).toStrictEqual([stored]);
      });

      it('knows a mailbox whatever the case it is written in', async () => {
        const person = await store.find({ channel: 'email', value: 'someone@example.org' });
        await store.save(person);
        expect(await store.find({ channel: 'email', value: 'Someone@Example.org ' })).toMatchObject({ id: person.id, version: 1 });
      });

      it('keeps a phone and a mailbox apart', async () => {
        const sms = await store.find({ channel: 'sms', value: '+15550001111' });
        const email = await store.find({ channel: 'email', value: '+15550001111' });
        expect(sms.id).not.toBe(email.id);
      });

      it('gives many in the order asked, each once, without the unknown', async () => {
        const people = await savedPeople(store, 105);
        const ids = people.map(({ id }) => id).toReversed();
        const found = await store.findMany(['nobody-is-behind-this-id', ...ids, ...ids.slice(0, 3)]);
        expect(found.map(({ id }) => id)).toEqual(ids);
      });

      it('gives nobody for no ids', async () => {
        expect(await store.findMany([])).toEqual([]);
      });
    });

    describe('races (S1)', () => {
      it('lets one of two first writes win', async () => {
        const person = await store.find(freshAddress());
        const outcomes = await Promise.all([store.save(person), store.save({ ...person, zone: 'America/Denver' })]);
        expect(outcomes.toSorted()).toEqual(['saved', 'stale']);
      });

      it('lets one of ten writes over the same version win', async () => {
        const address = freshAddress();
        await store.save(await store.find(address));
        const person = await store.find(address);
        const outcomes = await Promise.all(Array.from({ length: 10 }, (_, hour) => store.save({ ...person, hour: 9 + hour })));
        expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
        expect((await store.find(address)).hour).toBe(9 + outcomes.indexOf('saved'));
      });

      it('refuses a repeat of a write that landed', async () => {
        const person = await store.find(freshAddress());
        await store.save(person);
        expect(await store.save(person)).toBe('stale');
      });
    });

    describe('the consent ledger (O12)', () => {
      it('is written with the record and read back in order of time', async () => {
        const person = await store.find(freshAddress());
        const later = ledgerEntry('b', '2026-11-22T11:00:00Z');
        const { programme: _programme, wording: _wording, source: _source, ...bare } = ledgerEntry('c', '2026-11-22T09:00:00Z');
        await store.save(person, [later, ledgerEntry('a'), bare]);
        expect(await store.ledgerOf(person.id)).toStrictEqual([bare, ledgerEntry('a'), later]);
        expect((await store.findById(person.id))?.version).toBe(1);
      });

      it('gains no line when the record loses the race', async () => {
        const person = await store.find(freshAddress());
        await store.save(person);
        expect(await store.save(person, [ledgerEntry('a')])).toBe('stale');
        expect(await store.ledgerOf(person.id)).toEqual([]);
      });

      it('is append-only: a line that is there is not written over, and the record stays as it was', async () => {
        const address = freshAddress();
        await store.save(await store.find(address), [ledgerEntry('a')]);
        const person = await store.find(address);
        await expect(store.save({ ...person, hour: 12 }, [{ ...ledgerEntry('a'), kind: 'withdrawn' }])).rejects.toThrow(
          'could not be written',
        );
        expect(await store.find(address)).toStrictEqual(person);
        expect(await store.ledgerOf(person.id)).toStrictEqual([ledgerEntry('a')]);
      });

      it('has no lines of anybody else', async () => {
        expect(await store.ledgerOf((await store.find(freshAddress())).id)).toEqual([]);
      });
    });

    describe('due', () => {
      it('gives the due of one shard, oldest first, at most the limit, each in one shard only', async () => {
        const people = await savedPeople(store, 40, (index) => `2020-01-01T00:${String(59 - index).padStart(2, '0')}:00Z`);
        const later = await savedPeople(store, 3, () => '2020-01-01T01:00:01Z');
        const shards = await Promise.all(everyShard(store, (shard) => store.due(shard, '2020-01-01T01:00:00Z', 100)));
        expect(
          shards
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(people.map(({ id }) => id).toSorted());
        for (const due of shards) {
          expect(due.map(({ wakeAt }) => wakeAt)).toEqual(due.map(({ wakeAt }) => wakeAt).toSorted());
          expect(due.some(({ id }) => later.some((person) => person.id === id))).toBe(false);
        }
        const fullest = shards.map(({ length }) => length).indexOf(Math.max(...shards.map(({ length }) => length)));
        expect(await store.due(fullest, '2020-01-01T01:00:00Z', 2)).toEqual(shards[fullest]?.slice(0, 2));
      });

      it('goes on behind the last entry of a page, though the person there has moved on and others share the second', async () => {
        await savedPeople(store, 60, (index) => `2015-01-01T00:00:0${index % 3}Z`);
        const now = '2015-06-01T00:00:00Z';
        const whole = await Promise.all(everyShard(store, (shard) => store.due(shard, now, 100)));
        const paged = await Promise.all(everyShard(store, (shard) => pageByPage(store, shard, now)));
        expect(paged).toEqual(whole);
        expect(paged.flat()).toHaveLength(60);
        expect(await dueEverywhere(store, now)).toEqual([]);
      });

      it('counts the very second as due', async () => {
        const [person] = await savedPeople(store, 1, () => '2019-01-01T00:00:00Z');
        const due = await dueEverywhere(store, '2019-01-01T00:00:00Z');
        expect(due).toEqual([{ id: person?.id, wakeAt: '2019-01-01T00:00:00Z' }]);
        expect(await dueEverywhere(store, '2018-12-31T23:59:59Z')).toEqual([]);
      });

      it('forgets whoever has nothing due any more', async () => {
        const [person] = await savedPeople(store, 1, () => '2018-01-01T00:00:00Z');
        const { wakeAt: _wakeAt, ...rested } = (await store.findById(person?.id ?? ''))!;
        await store.save(rested);
        expect(await dueEverywhere(store, '2018-06-01T00:00:00Z')).toEqual([]);
      });

      it('knows the next moment of all shards', async () => {
        await savedPeople(store, 5, (index) => `2017-01-0${5 - index}T00:00:00Z`);
        expect(await store.nextDue()).toBe('2017-01-01T00:00:00Z');
      });
    });

    describe('erasing (P2)', () => {
      it('leaves the suppression and the proof and nothing else', async () => {
        const address = freshAddress();
        await store.save({ ...(await store.find(address)), zone: 'America/Denver', wakeAt: '2016-01-01T00:00:00Z' }, [ledgerEntry('a')]);
        const person = { ...(await store.find(address)), consent: 'withdrawn' as const, consentAt: '2026-11-22T12:00:00Z' };
        expect(await store.erase(person, [{ ...ledgerEntry('b', '2026-11-22T12:00:00Z'), kind: 'withdrawn', method: 'forget_me' }])).toBe(
          'saved',
        );
        const { id, version } = person;
        expect(await store.find(address)).toStrictEqual({
          id,
          address,
          version: version + 1,
          region: 'US',
          language: 'en',
          pace: 'taper',
          isPrivate: false,
          consent: 'withdrawn',
          consentAt: '2026-11-22T12:00:00Z',
          flags: {},
          bands: [],
          unansweredOffers: 0,
          blockedCount: 0,
          facts: [],
        });
        expect((await store.ledgerOf(id)).map(({ kind }) => kind)).toEqual(['given', 'withdrawn']);
        expect(await dueEverywhere(store, '2016-06-01T00:00:00Z')).toEqual([]);
      });

      it('leaves nobody to write to', async () => {
        const person = await store.find(freshAddress());
        await store.erase(person, []);
        expect(await store.findById(person.id)).toBeUndefined();
        expect(await store.findMany([person.id])).toEqual([]);
      });

      it('loses to a write that came first', async () => {
        const person = await store.find(freshAddress());
        await store.save(person);
        expect(await store.erase(person, [])).toBe('stale');
      });

      it('lets the person come back under the same id', async () => {
        const address = freshAddress();
        await store.erase(await store.find(address), []);
        expect(await store.save({ ...(await store.find(address)), consent: 'given' })).toBe('saved');
        expect(await store.find(address)).toMatchObject({ consent: 'given', version: 2, address });
      });
    });
  });
};

/** Saves people with numbers of their own; due at `wakeAt(index)` when given. */
export const savedPeople = async (store: Store, count: number, wakeAt?: (index: number) => string) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const person = await store.find(freshAddress());
      await store.save({ ...person, ...(wakeAt && { wakeAt: wakeAt(index) }) });
      return person;
    }),
  );

const everyShard = <Answer>(store: Store, ask: (shard: number) => Answer): Answer[] =>
  Array.from({ length: store.shardCount() }, (_, shard) => ask(shard));

const dueEverywhere = async (store: Store, now: string): Promise<{ id: string; wakeAt: string }[]> =>
  (await Promise.all(everyShard(store, (shard) => store.due(shard, now, 100)))).flat();

/** Pages of two; each person rests before the next page is asked for, as a worker would leave them. */
const pageByPage = async (store: Store, shard: number, now: string): Promise<DueEntry[]> => {
  const seen: DueEntry[] = [];
  for (;;) {
    const page = await store.due(shard, now, 2, seen.at(-1));
    if (page.length === 0) return seen;
    seen.push(...page);
    for (const { id } of page) {
      const { wakeAt: _wakeAt, ...rested } = (await store.findById(id))!;
      await store.save(rested);
    }
  }
};
