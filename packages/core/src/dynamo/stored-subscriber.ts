import * as z from 'zod';
import type { Address } from '../domain/address.ts';
import { Subscriber } from '../domain/subscriber.ts';
import { fromItem, type Item, type Plain, toAttribute, toItem } from './item.ts';
import { packEnrolment, packOffer, readEnrolment, readOffer } from './packed-enrolment.ts';
import { packFact, readFact } from './packed-fact.ts';
import { packOwed, readOwed } from './packed-owed.ts';
import { packProfile, readProfile } from './packed-profile.ts';
import {
  packBands,
  packDeck,
  packFlags,
  packHold,
  packToday,
  readBands,
  readDeck,
  readFlags,
  readHold,
  readToday,
} from './packed-state.ts';
import { packOptionalTime, readOptionalTime } from './packed-line.ts';
import { present } from './present.ts';
import { wakeIndex } from './table-definition.ts';

/** The attribute that holds the facts, one a line. */
export const factsName = 'f';

/** One record as it lies in the table: one-letter names, lists as lines. */
export const StoredSubscriber = z.looseObject({
  pk: z.string().startsWith('S#'),
  sk: z.literal('P'),
  /** The sealed address; absent after FORGET ME. */
  a: z.instanceof(Uint8Array).optional(),
  v: z.number().int().min(1),
  /** Who wrote last: tells our own write from another's after a lost answer. */
  w: z.string(),
  /** Wake shards there were when this was written. */
  n: z.number().int().min(1),
  p: z.string(),
  o: z.string().optional(),
  e: z.string().optional(),
  h: z.string().optional(),
  g: z.string().optional(),
  b: z.string().optional(),
  d: z.string().optional(),
  t: z.string().optional(),
  m: z.string().optional(),
  [factsName]: z.string().optional(),
  [wakeIndex.partition]: z.string().optional(),
  [wakeIndex.sort]: z.string().optional(),
});
export type StoredSubscriber = z.infer<typeof StoredSubscriber>;

const knownNames = new Set(Object.keys(StoredSubscriber.shape));

/** What the store adds to a record when it writes one. */
export interface Writing {
  pk: string;
  version: number;
  writer: string;
  shards: number;
  wakeKey: string;
  sealedAddress: Uint8Array | undefined;
}

/** The person as an item; unknown attributes of a newer build go back as they came. */
export const packSubscriber = (subscriber: Subscriber, writing: Writing): Item => ({
  ...(subscriber.carried as Item | undefined),
  ...toItem({ ...packWriting(writing), ...packFields(subscriber), ...packWake(subscriber, writing.wakeKey) }),
  ...(subscriber.facts.length > 0 && { [factsName]: toAttribute(subscriber.facts.map(packFact).join('\n')) }),
});

/** @throws when the stored lines are not a subscriber. */
export const readSubscriber = (stored: StoredSubscriber, id: string, address: Address, item: Item): Subscriber => {
  const { channel: _channel, ...profile } = readProfile(stored.p);
  return Subscriber.parse(
    present({
      id,
      address,
      version: stored.v,
      ...profile,
      offer: stored.o && readOffer(stored.o),
      enrolment: stored.e && readEnrolment(stored.e),
      hold: stored.h && readHold(stored.h),
      flags: stored.g === undefined ? {} : readFlags(stored.g),
      bands: stored.b === undefined ? [] : readBands(stored.b),
      deck: stored.d && readDeck(stored.d),
      today: stored.t && readToday(stored.t),
      owed: stored.m && readOwed(stored.m),
      facts: readFacts(stored[factsName]),
      wakeAt: readOptionalTime(stored[wakeIndex.sort]),
      carried: carriedOf(item),
    }),
  );
};

/** @throws when the item has not the shape of a record. */
export const parseStored = (item: Item): StoredSubscriber => StoredSubscriber.parse(fromItem(item));

const packWriting = ({ pk, version, writer, shards, sealedAddress }: Writing): Record<string, Plain | undefined> => ({
  pk,
  sk: 'P',
  v: version,
  w: writer,
  n: shards,
  a: sealedAddress,
});

const packFields = (subscriber: Subscriber): Record<string, string | undefined> => {
  const { offer, enrolment, hold, flags, bands, deck, today, owed } = subscriber;
  return {
    p: packProfile(subscriber),
    o: offer && packOffer(offer),
    e: enrolment && packEnrolment(enrolment),
    h: hold && packHold(hold),
    g: packFlags(flags),
    b: packBands(bands),
    d: deck && packDeck(deck),
    t: today && packToday(today),
    m: owed && packOwed(owed),
  };
};

/** Both or neither: an item with one of the two keys would not be in the index, silently. */
const packWake = ({ wakeAt }: Subscriber, wakeKey: string): Record<string, string | undefined> =>
  wakeAt === undefined ? {} : { [wakeIndex.partition]: wakeKey, [wakeIndex.sort]: packOptionalTime(wakeAt) };

const readFacts = (lines: string | undefined): unknown =>
  lines === undefined
    ? []
    : lines
        .split('\n')
        .map(readFact)
        .filter((fact) => fact !== undefined);

const carriedOf = (item: Item): Item | undefined => {
  const unknown = Object.entries(item).filter(([name]) => !knownNames.has(name));
  return unknown.length === 0 ? undefined : Object.fromEntries(unknown);
};
