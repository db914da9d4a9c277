import * as fc from 'fast-check';
import { Address } from '@breathing-room/core/domain/address';
import { Instant, epochSeconds, instantAt, plusDays } from '@breathing-room/core/domain/instant';
import { type Fact, FactKind } from '@breathing-room/core/domain/fact';
import { Subscriber } from '@breathing-room/core/domain/subscriber';
import { TextRef } from '@breathing-room/core/domain/text-ref';
import { arbitraryOf } from './arbitrary-schema.ts';

export const arbitraryInstant = fc
  .integer({ min: epochSeconds('2024-01-01T00:00:00Z'), max: epochSeconds('2037-12-31T00:00:00Z') })
  .map(instantAt);

const arbitraryAddress = fc.oneof(
  fc.stringMatching(/^[1-9]\d{7,14}$/).map((digits) => ({ channel: 'sms', value: `+${digits}` })),
  fc.emailAddress().map((value) => ({ channel: 'email', value: value.toLowerCase() })),
);

const today = Subscriber.shape.today.unwrap();

const known = new Map<unknown, fc.Arbitrary<unknown>>([
  [Instant, arbitraryInstant],
  [Address, arbitraryAddress],
  [Subscriber.shape.id, fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)],
  [TextRef.shape.id, fc.stringMatching(/^[a-z0-9]{1,9}([.-][a-z0-9_]{1,6}){0,3}$/)],
  [today.shape.day, arbitraryInstant.map((at) => at.slice(0, 10))],
  [Subscriber.shape.carried.unwrap(), fc.constantFrom({ zz: { S: 'from a newer build' } }, { yy: { L: [{ N: '1' }, { BOOL: true }] } })],
]);

/** Anybody the schema allows, however odd their words; channels, texts and times at random. */
export const arbitrarySubscriber = arbitraryOf(Subscriber, known) as fc.Arbitrary<Subscriber>;

const at = '2026-11-22T12:00:00Z';

/** As busy as the product can make one fact: an inbound id, two texts in the reply, a long rule. */
const busyFact = (index: number): Fact => ({
  kind: FactKind.options[index % FactKind.options.length] ?? 'text_answered',
  at: instantAt(epochSeconds(at) - (20 - index) * 60),
  inboundId: `abcdef${String(index).padStart(2, '0')}`,
  reply: [{ id: 'topic.boundaries.12' }, { id: 'checkin.very-low' }],
  about: 'boundaries.n12',
});

/** The largest record a person on SMS can have: every field at its longest at once. */
export const largestTexter = (): Subscriber => ({
  id: 'ABCDEFGHIJKLMNOPQRSTUV',
  address: { channel: 'sms', value: '+123456789012345' },
  version: 999_999,
  region: 'US',
  language: 'es',
  zone: 'America/Argentina/ComodRivadavia',
  hour: 19,
  pace: 'twice_a_week',
  isPrivate: true,
  consent: 'given',
  consentAt: at,
  offer: { programme: 'boundaries', askedAt: at, wording: 'join.contact-ukie' },
  enrolment: {
    programme: 'boundaries',
    nextNote: 23,
    startedAt: at,
    dueAt: at,
    softNotes: 23,
    gapHours: 168,
    missed: 9,
    checkIn: { note: 23, askedAt: at, answered: true, askedAgain: true },
    contactAsked: true,
  },
  lastNoteAt: at,
  hold: { reason: 'question', since: at, until: at },
  flags: {
    safe: { since: at, until: plusDays(at, 180) },
    noContact: { since: at, until: plusDays(at, 180) },
    adultOnly: { since: at, until: plusDays(at, 3650) },
  },
  gateAskedAt: at,
  forgetAskedAt: at,
  bands: [1, 2, 3, 4, 5, 1].map((value) => ({ value, at })),
  deck: { topic: 'boundaries', card: 12 },
  today: { day: '2026-11-22', answers: 999, signposts: 999 },
  unansweredOffers: 99,
  blockedCount: 99,
  owed: {
    state: 'sending',
    messageId: 'abcdefghij',
    text: { id: 'boundaries.n23.soft', with: { programme: 'boundaries', number: '23' } },
    claimId: 'abcdefghij',
    claimedAt: at,
    since: '2026-11-22T11:00:00Z',
    bodyHash: '0123456789ab',
    tries: 9,
    counted: true,
    absentAt: at,
    notBefore: at,
    providerId: `SM${'0123456789abcdef'.repeat(2)}`,
  },
  facts: Array.from({ length: 20 }, (_, index) => busyFact(index)),
  wakeAt: at,
  linkedId: 'abcdefghijklmnopqrstuv',
});
