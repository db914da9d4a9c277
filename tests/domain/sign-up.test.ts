import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readEmailCommand } from '@breathing-room/core/domain/email-command';
import { regionOfZone } from '@breathing-room/core/domain/region-of-zone';
import { confirmedSignUp, consentText, consentTextFor, signedUp, stateOfSignUp } from '@breathing-room/core/domain/sign-up';
import { Mailbox, SignUpRequest } from '@breathing-room/core/domain/sign-up-request';
import { newSubscriber, type OfferSettings, type Subscriber } from '@breathing-room/core/domain/subscriber';
import { suppressed } from '@breathing-room/core/domain/change-person';
import { withFlag } from '@breathing-room/core/domain/flags';
import { plusDays, plusHours } from '@breathing-room/core/domain/instant';
import { renderText } from '@breathing-room/core/domain/render';
import { testGuide } from '../support/guide.ts';
import { monday } from '../support/people.ts';

const guide = testGuide();
const somebody = (): Subscriber => newSubscriber('a-mailbox-of-tests', { channel: 'email', value: 'robin@example.org' }, 'XX');
const settings: OfferSettings = { zone: 'Europe/Dublin', region: 'IE', language: 'en', isPrivate: false };
const signUp = (person: Subscriber, programme = 'selfcare') => signedUp(person, { programme, settings }, guide, monday);

describe('a mailbox', () => {
  test.each([
    [' Robin@Example.ORG ', 'robin@example.org'],
    ['a+b@sub.example.co.uk', 'a+b@sub.example.co.uk'],
  ])('of "%s" is %s', (typed, kept) => {
    expect(Mailbox.parse(typed)).toBe(kept);
  });

  test.each([
    '',
    'robin',
    'a@b',
    'a@b@c.org',
    'a b@c.org',
    'a@c.org\nBcc: x@y.org',
    '<a@c.org>',
    'a@c.org,b@c.org',
    `${'a'.repeat(65)}@c.org`,
    `a@${'b.'.repeat(140)}org`,
  ])('is not "%s" (E8)', (typed) => {
    expect(Mailbox.safeParse(typed).success).toBe(false);
  });

  law.prop([fc.string()])('never holds a line break or a second address (E8)', (typed) => {
    const read = Mailbox.safeParse(typed);
    if (read.success) expect(read.data).toMatch(/^[^\s,<>@]+@[^\s,<>@]+$/);
  });
});

test.each(['Nowhere/Town', '', 'UTC+25'])('a sign-up needs a zone that exists, not "%s" (Q2)', (zone) => {
  expect(SignUpRequest.safeParse({ email: 'a@example.org', programme: 'selfcare', zone }).success).toBe(false);
});

test.each([
  ['America/New_York', 'US'],
  ['America/Indiana/Knox', 'US'],
  ['Pacific/Honolulu', 'US'],
  ['America/Toronto', 'CA'],
  ['America/St_Johns', 'CA'],
  ['Europe/London', 'UK'],
  ['Europe/Dublin', 'IE'],
  ['Australia/Sydney', 'AU'],
  ['Pacific/Auckland', 'NZ'],
  ['America/Jamaica', 'XX'],
  ['America/Mexico_City', 'XX'],
  ['Europe/Berlin', 'XX'],
  ['UTC', 'XX'],
])('the zone %s gives the help lines of %s (X7)', (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

describe('a sign-up', () => {
  test('waits as an offer and changes nothing else of the person (E4)', () => {
    const { offer, facts: _, wakeAt: __, ...rest } = signUp(somebody())!;
    const { facts: ___, ...before } = somebody();
    expect(rest).toEqual(before);
    expect(offer).toMatchObject({ programme: 'selfcare', askedAt: monday, settings });
  });

  test.each<[string, Subscriber]>([
    ['unsubscribed', suppressed(somebody(), monday)],
    ['under 18 by their own word', withFlag(somebody(), 'adultOnly', monday)],
    ['silent after five mails', { ...somebody(), unansweredOffers: 5 }],
  ])('of somebody %s brings no mail (O9, X11, X21)', (_, person) => {
    expect(signUp(person)).toBeUndefined();
  });

  test('under a flag offers the programme that is always open, and mentions no lock (X15)', () => {
    const { closedBy } = guide.content.programmes[signUp(withFlag(somebody(), 'safe', monday), 'patience')!.offer!.programme]!;
    expect(closedBy).toEqual([]);
  });

  test('for an unknown programme is none', () => {
    expect(signUp(somebody(), 'nothing')).toBeUndefined();
  });

  test('is confirmed for 48 hours, by the moment of its own link, once (E4)', () => {
    const pending = signUp(somebody())!;
    expect(stateOfSignUp(pending, monday, plusHours(monday, 47))).toBe('pending');
    expect(stateOfSignUp(pending, plusHours(monday, 1), plusHours(monday, 2))).toBe('lapsed');
    expect(stateOfSignUp(pending, monday, plusHours(monday, 48))).toBe('lapsed');
    const { subscriber } = confirmedSignUp(pending, '203.0.113.7', guide, plusHours(monday, 1));
    expect(stateOfSignUp(subscriber, monday, plusHours(monday, 2))).toBe('again');
  });

  test('confirmed plans a note by the zone that was told, never at night (Q1)', () => {
    const { subscriber } = confirmedSignUp(signUp(somebody())!, '203.0.113.7', guide, monday);
    expect(subscriber).toMatchObject({ zone: 'Europe/Dublin', region: 'IE', consent: 'given' });
    expect(subscriber.enrolment!.dueAt! <= plusDays(monday, 8)).toBe(true);
  });

  test.each(['US', 'UK', 'IE'] as const)(
    'shows in %s a wording that is complete and hashed in the ledger as shown (O11, O12)',
    (region) => {
      for (const programme of Object.keys(guide.content.programmes)) {
        const text = consentTextFor(programme, { region, isPrivate: false }, guide)!;
        const words = renderText(text, { region, language: 'en' }, guide);
        for (const part of ['Breathing Room', 'up to 1 a day', '18+', 'STOP', 'example.org/privacy', 'utomated'])
          expect(words).toContain(part);
        expect(text.id.endsWith('-ukie')).toBe(region !== 'US');
      }
    },
  );

  test('names no programme under PRIVATE', () => {
    expect(consentText(signUp(somebody(), 'patience')!.offer!, true, guide).with?.programme).toBe('your notes');
  });
});

test.each([
  ['EMAIL me@example.org', 'me@example.org'],
  [' email: ME@Example.org ', 'me@example.org'],
  ['E-mail a@b.co', 'a@b.co'],
])('"%s" asks to link %s', (body, address) => {
  expect(readEmailCommand(body)).toMatchObject({ kind: 'command', command: { name: 'email', address } });
});

test.each([
  'EMAIL',
  'email me',
  'email me@example.org or I will hurt someone',
  'my email is me@example.org',
  `EMAIL ${'a'.repeat(400)}@b.co`,
])('"%s" is read as any other text', (body) => {
  expect(readEmailCommand(body)).toBeUndefined();
});
