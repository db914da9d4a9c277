import { describe, expect, test } from 'vitest';
import { type Instant, plusDays, plusHours, plusMinutes } from '@breathing-room/core/domain/instant';
import { localParts } from '@breathing-room/core/domain/local-time';
import { renderReply, renderText } from '@breathing-room/core/domain/render';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { testGuide } from '../support/guide.ts';
import { after, monday, peopleIn, type Someone, stranger, texts, untilNextNote } from '../support/people.ts';

const guide = testGuide();
const people = peopleIn(guide);
const tell = (someone: Someone, ...words: string[]): Someone => words.reduce((each, word) => after(each, word, guide), someone);
const said = (someone: Someone, word: string): string[] => texts(someone, word, guide).reply.map(({ id }) => id);
const wordsOf = (someone: Someone, word: string): string => {
  const { reply, subscriber } = texts(someone, word, guide);
  return renderReply(reply, subscriber, guide) ?? '';
};
const programmes = Object.values(guide.content.programmes);

describe('joining a second programme', () => {
  test('changes nothing before GO, then replaces the first and begins at its first note', () => {
    const active = people.active!();
    const offered = tell(active, 'JOIN SELFCARE');
    expect(offered.person.enrolment).toEqual(active.person.enrolment);
    expect(tell(offered, 'GO').person.enrolment).toMatchObject({ programme: 'selfcare', nextNote: 1 });
  });

  test('never makes two notes in one day (S8)', () => {
    const { person, now } = people.active!();
    const joined = tell({ person, now }, 'JOIN SELFCARE', 'GO');
    const last = localParts('America/New_York', person.lastNoteAt!).date;
    expect(localParts('America/New_York', joined.person.enrolment!.dueAt!).date > last).toBe(true);
  });
});

describe('the end of a programme', () => {
  test('is one closing note, then silence for good; no other programme follows', () => {
    let someone: Someone = tell(stranger(), 'JOIN WEEK', 'GO');
    const seen: string[] = [];
    for (let next = untilNextNote(someone, guide); next !== undefined; next = untilNextNote(next, guide)) {
      seen.push(next.textId);
      someone = next;
    }
    expect(seen.slice(-2)).toEqual(['firstweek.n7', 'note.closing']);
    expect(seen.filter((id) => id === 'note.closing')).toHaveLength(1);
    expect(someone.person).toMatchObject({ consent: 'given' });
    expect(someone.person.enrolment ?? someone.person.wakeAt).toBeUndefined();
  });
});

describe('pace and rest', () => {
  const dueAfter = (someone: Someone, ...words: string[]): Instant => tell(someone, ...words).person.enrolment!.dueAt!;

  test('LATER moves the next note at least a day each time', () => {
    const active = people.active!();
    const [first, once, twice] = [dueAfter(active), dueAfter(active, 'LATER'), dueAfter(active, 'LATER', 'LATER')];
    expect(localParts('America/New_York', once).date > localParts('America/New_York', first).date).toBe(true);
    expect(localParts('America/New_York', twice).date > localParts('America/New_York', once).date).toBe(true);
  });

  test.each([
    ['PAUSE 0', undefined],
    ['PAUSE 1', 1],
    ['PAUSE 90', 90],
    ['PAUSE 91', undefined],
    ['PAUSE 999', undefined],
  ])('%s rests for %s days; none means until RESUME', (word, days) => {
    const { person, now } = tell(people.active!(), word);
    expect(person.hold).toMatchObject({ reason: 'pause' });
    expect(person.hold!.until).toBe(days === undefined ? undefined : plusDays(now, days));
  });

  test('any PAUSE under SAFE rests until RESUME', () => {
    expect(tell(people.safe!(), 'PAUSE 3').person.hold).toEqual(expect.not.objectContaining({ until: expect.anything() }));
  });

  test('PRIVATE takes the number off a note that already waits', () => {
    const { person } = people.active!();
    const due = person.enrolment!.dueAt!;
    const waiting: Subscriber = {
      ...person,
      wakeAt: due,
      owed: {
        state: 'waiting',
        messageId: 'message001',
        claimId: 'claim00001',
        bodyHash: '0123456789ab',
        text: { id: 'patience.n3', with: { number: '3' } },
        claimedAt: due,
        since: due,
        notBefore: plusMinutes(due, 4),
        tries: 1,
        counted: false,
      },
    };
    const next = untilNextNote(tell({ person: waiting, now: due }, 'PRIVATE'), guide)!;
    const sent = next.person.owed!.text;
    expect(renderText(sent, next.person, guide)).not.toContain('Note 3');
  });
});

describe('what STATUS and HUMAN tell another reader of the phone (X14)', () => {
  const telling = new RegExp(
    [...programmes.map(({ title }) => title), 'SAFE', 'resting', 'paused', 'hold', 'abuse', 'unsafe'].join('|'),
    'i',
  );

  test.each(Object.keys(people).filter((state) => state !== 'optedout'))('is neither programme nor hold nor flag, when %s', (state) => {
    for (const word of ['STATUS', 'HUMAN']) expect(wordsOf(people[state]!(), word)).not.toMatch(telling);
  });

  test('is the same for a hold as for nothing at all', () => {
    const nothing = wordsOf(stranger(), 'STATUS');
    for (const state of ['paused', 'resting', 'asked', 'idle', 'nocontact']) expect(wordsOf(people[state]!(), 'STATUS')).toBe(nothing);
  });
});

describe('what is kept (P2, P5, P6)', () => {
  test('ids and what was answered leave the record after a day', () => {
    const asked = tell(stranger(), 'SPACE');
    const { subscriber } = texts({ ...asked, now: plusHours(monday, 25) }, 'MENU', guide);
    expect(subscriber.facts.filter(({ inboundId, reply }) => inboundId !== undefined || reply !== undefined)).toHaveLength(1);
  });

  test('FORGET ME counts when repeated within ten minutes, and leaves the block alone', () => {
    const asked = tell(people.safe!(), 'FORGET ME');
    expect(said({ ...asked, now: plusMinutes(asked.now, 11) }, 'FORGET ME')).toEqual(['forget.ask']);
    const { subscriber, ledger } = texts({ ...asked, now: plusMinutes(asked.now, 9) }, 'FORGET ME', guide);
    expect(subscriber).toMatchObject({ consent: 'withdrawn', flags: {}, bands: [], unansweredOffers: 0 });
    expect(subscriber.enrolment ?? subscriber.deck ?? subscriber.zone ?? subscriber.hold ?? subscriber.owed).toBeUndefined();
    expect(ledger.map(({ method }) => method)).toEqual(['forget_me']);
  });

  test('somebody forgotten who texts again hears of danger, HELP and JOIN and nothing else', () => {
    const gone = tell(people.active!(), 'FORGET ME', 'FORGET ME');
    expect(['SPACE', 'MENU', 'STATUS', 'GO', 'ok'].flatMap((word) => said(gone, word))).toEqual([]);
    expect(['CRISIS', 'HELP', 'JOIN WEEK'].flatMap((word) => said(gone, word))).toEqual(['topic.crisis.1', 'service.help', 'join.gate']);
  });

  test('MY DATA names neutral categories only (P1)', () => {
    for (const state of Object.keys(people)) {
      const shown = wordsOf(people[state]!(), 'MY DATA');
      expect(shown).not.toMatch(/SAFE|flag|patience|selfcare|unsafe|crisis/i);
    }
  });
});

describe('a quote of our own text (X19)', () => {
  test("is not read as the person's words", () => {
    const joined = after(stranger(), 'JOIN PATIENCE', guide);
    const shown = wordsOf(stranger(), 'JOIN PATIENCE');
    expect(said(joined, `${shown} GO`)).toEqual(['join.done']);
  });
});
