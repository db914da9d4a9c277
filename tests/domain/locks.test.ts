import { describe, expect, test } from 'vitest';
import { chooseNote } from '@breathing-room/core/domain/choose-note';
import type { Lock } from '@breathing-room/core/domain/flags';
import { type Instant, plusDays } from '@breathing-room/core/domain/instant';
import type { Sense } from '@breathing-room/core/domain/meaning';
import { nudge } from '@breathing-room/core/domain/nudge';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import { testGuide } from '../support/guide.ts';
import { answerTo, saidIds } from '../support/meanings.ts';
import { after, monday, stranger, texts } from '../support/people.ts';

const guide = testGuide();
const { topics, programmes } = guide.content;

/** What may be sent under SAFE (X15). */
const openUnderSafe = ['safe', 'crisis', 'calm', 'hurt', 'lonely', 'worth', 'selfcare', 'friends', 'therapy', 'leave', 'kids'];
/** Cards that lead towards the other person (brief, section 13, test 3). */
const towardsThem = ['patience', 'space', 'empathy', 'talk', 'say', 'agree', 'trust', 'chase', 'listen', 'ask', 'steady', 'affection'];

const flagged = (lock: Lock, since = monday): Subscriber => ({
  ...stranger().person,
  flags: { [lock]: { since, until: plusDays(since, 90) } },
});
const cardOf = (id: string): string => id.split('.')[1] ?? '';
const more: Sense = { kind: 'command', command: { name: 'more' } };
const isCard = (id: string): boolean => id.startsWith('topic.');

/** Everything a person can draw out of one topic: its word, then MORE until the deck ends. */
function drawnFrom(topic: string, person: Subscriber, now: Instant = monday): string[] {
  let current = person;
  const seen: string[] = [];
  const senses: Sense[] = [{ kind: 'topic', topic, others: [] }, ...Array.from({ length: 12 }, () => more)];
  for (const sense of senses) {
    const answer = answerTo({ person: current, now }, sense, guide);
    seen.push(...saidIds(answer).filter(isCard));
    current = answer.person;
  }
  return seen;
}

const every = Object.keys(topics).map((topic) => ({ topic }));

describe('every topic under a flag', () => {
  test.each(every)('$topic under SAFE shows only what is open then (X15)', ({ topic }) => {
    const shown = drawnFrom(topic, flagged('safe')).map(cardOf);
    expect(shown.length).toBeGreaterThan(0);
    for (const card of shown) expect(openUnderSafe).toContain(card);
    for (const card of shown) expect(towardsThem).not.toContain(card);
  });

  test.each(every)('$topic begun before SAFE is not gone on with after it unless it is open', ({ topic }) => {
    const begun = { ...flagged('safe'), deck: { topic, card: 1 } };
    const shown = saidIds(answerTo({ person: begun, now: monday }, more, guide));
    for (const card of shown.filter(isCard).map(cardOf)) expect(openUnderSafe).toContain(card);
  });

  test.each(every)('$topic under NOCONTACT shows no card that it locks', ({ topic }) => {
    for (const id of drawnFrom(topic, flagged('noContact'))) {
      const [, name = '', card] = id.split('.');
      expect(topics[name]!.lockedBy).not.toContain('noContact');
      expect(topics[name]!.cards[Number(card) - 1]!.lockedBy).not.toContain('noContact');
    }
  });

  test('words a lapsed SAFE locks ask the safety line first; nothing opens by itself (X16)', () => {
    const now = plusDays(monday, 91);
    for (const topic of towardsThem) {
      expect(drawnFrom(topic, flagged('safe'), now)).toEqual([]);
      expect(saidIds(answerTo({ person: flagged('safe'), now }, { kind: 'topic', topic, others: [] }, guide))).toEqual(['resume.gate']);
    }
    const gated = ['SPACE', 'GO'].reduce((someone, word) => after(someone, word, guide), { person: flagged('safe'), now });
    expect(gated.person.flags.safe).toBeUndefined();
    expect(texts(gated, 'SPACE', guide).reply.map(({ id }) => id)).toEqual(['topic.space.1']);
  });

  test('a wish for no contact outlives every safety line that does not ask about contact (X16)', () => {
    const now = plusDays(monday, 91);
    const asked = ['SPACE', 'JOIN WEEK', 'GO'].reduce((someone, word) => after(someone, word, guide), {
      person: flagged('noContact'),
      now,
    });
    expect(asked.person.flags.noContact).toBeDefined();
    expect(drawnFrom('space', asked.person, now).map(cardOf)).not.toContain('space');
    const answered = ['JOIN PATIENCE', 'GO'].reduce((someone, word) => after(someone, word, guide), { person: flagged('noContact'), now });
    expect(answered.person.flags.noContact).toBeUndefined();
  });

  test('a fresh answer ends a flag after seven days and not before (X16)', () => {
    const outcome = (days: number) =>
      ['JOIN WEEK', 'GO'].reduce((someone, word) => after(someone, word, guide), { person: flagged('safe'), now: plusDays(monday, days) })
        .person;
    expect(outcome(6)).toMatchObject({ enrolment: { programme: 'selfcare' } });
    expect(outcome(6).flags.safe).toBeDefined();
    expect(outcome(8)).toMatchObject({ enrolment: { programme: 'firstweek' }, flags: {} });
  });

  test('FORGET ME ends it', () => {
    const gone = ['FORGET ME', 'FORGET ME'].reduce((someone, word) => after(someone, word, guide), {
      person: flagged('safe'),
      now: monday,
    });
    expect(gone.person.flags).toEqual({});
  });
});

const notes = Object.values(programmes).flatMap((programme) =>
  programme.notes.map((note) => ({ programme: programme.id, number: note.number })),
);

/** Reached this note, with everything in order but the flag. */
function reached({ programme, number }: { programme: string; number: number }, person: Subscriber, contactAsked: boolean): Subscriber {
  const enrolment = { programme, nextNote: number, startedAt: monday, dueAt: plusDays(monday, 2), softNotes: 0, missed: 0, contactAsked };
  return withWakeAt({ ...person, consent: 'given', consentAt: monday, enrolment });
}

describe('every note under a flag', () => {
  test.each(notes)('$programme.n$number under SAFE goes only where the programme is open then (X15)', (note) => {
    const decision = nudge(reached(note, flagged('safe'), true), guide, plusDays(monday, 2));
    expect(decision.kind).toBe(programmes[note.programme]!.closedBy.includes('safe') ? 'save' : 'send');
    if (decision.kind === 'save') expect(decision.subscriber.enrolment).toBeUndefined();
  });

  test.each(notes)('$programme.n$number under NOCONTACT goes without a step towards them, or not at all (X18)', (note) => {
    const decision = nudge(reached(note, flagged('noContact'), true), guide, plusDays(monday, 2));
    const { outreach } = programmes[note.programme]!.notes[note.number - 1]!;
    if (programmes[note.programme]!.closedBy.includes('noContact')) return expect(decision.kind).toBe('save');
    expect(decision).toMatchObject({ kind: 'send', text: { id: `${note.programme}.n${note.number}${outreach ? '.soft' : ''}` } });
  });

  test.each(notes)('$programme.n$number has no step towards them where contact was not asked about (X18)', (note) => {
    const { outreach } = programmes[note.programme]!.notes[note.number - 1]!;
    const { text } = chooseNote(reached(note, stranger().person, false), guide.content);
    expect(text.id.endsWith('.soft')).toBe(outreach);
  });

  test('selfcare alone is open under SAFE', () => {
    expect(
      Object.values(programmes)
        .filter(({ closedBy }) => !closedBy.includes('safe'))
        .map(({ id }) => id),
    ).toEqual(['selfcare']);
  });
});

describe('every programme that reaches out asks about contact first (X18)', () => {
  test.each(Object.values(programmes).map(({ id, word, notes: all }) => ({ id, word, reaches: all.some(({ outreach }) => outreach) })))(
    'JOIN $word',
    ({ id, word, reaches }) => {
      const joined = after(stranger(), `JOIN ${word}`, guide);
      expect(joined.person.offer!.wording.startsWith('join.contact')).toBe(reaches);
      const { enrolment } = after(joined, 'GO', guide).person;
      expect(enrolment).toMatchObject({ programme: id, contactAsked: reaches });
    },
  );
});
