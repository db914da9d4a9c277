import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { localDate } from '@breathing-room/core/domain/local-time';
import { nudge } from '@breathing-room/core/domain/nudge';
import { hoursRuleOf } from '@breathing-room/core/domain/plan-note';
import { mayTextAt } from '@breathing-room/core/domain/quiet-hours';
import { renderText } from '@breathing-room/core/domain/render';
import { countSegments } from '@breathing-room/core/domain/segment';
import { Subscriber } from '@breathing-room/core/domain/subscriber';
import { findNote } from '@breathing-room/core/domain/text-words';
import { wakeAtOf } from '@breathing-room/core/domain/wake-at';
import { testGuide } from '../support/guide.ts';
import { stranger, texts } from '../support/people.ts';
import { life, liveOn } from '../support/random-life.ts';

const guide = testGuide();
const many = { numRuns: 400 };

describe('whatever a person texts and however time passes', () => {
  test.prop([life], many)('nothing we initiate reaches anybody who did not consent or who said stop (O9)', (happenings) => {
    for (const { before } of liveOn(happenings, guide)) expect(before.consent).toBe('given');
  });

  test.prop([life], many)('every note goes at an allowed hour (Q1, Q2)', (happenings) => {
    for (const { before, at } of liveOn(happenings, guide)) expect(mayTextAt(hoursRuleOf(before), at)).toBe(true);
  });

  test.prop([life], many)('no local day sees two notes (S8)', (happenings) => {
    const taken = liveOn(happenings, guide).filter(({ before, isTaken }) => isTaken && before.owed?.counted !== true);
    for (const [index, note] of taken.entries()) {
      const earlier = taken[index - 1];
      if (earlier === undefined) continue;
      const zone = hoursRuleOf(note.before).zones[0]!;
      expect(localDate(zone, note.at)).not.toBe(localDate(zone, earlier.at));
    }
  });

  test.prop([life], many)('no note goes while they rest for danger, and none of a programme a flag closes (X5, X15)', (happenings) => {
    for (const { before, text, at } of liveOn(happenings, guide)) {
      expect(['crisis', 'quiet', 'question']).not.toContain(before.hold?.reason);
      if (text.id !== 'note.rest') expect(before.hold?.reason).not.toBe('missed');
      if (before.hold?.reason === 'pause') expect(before.hold.until! <= at).toBe(true);
      const programme = guide.content.programmes[text.id.split('.')[0]!];
      if (before.flags.safe !== undefined) expect(programme?.closedBy ?? []).not.toContain('safe');
      if (before.flags.noContact !== undefined) expect(programme?.closedBy ?? []).not.toContain('noContact');
    }
  });

  test.prop([life], many)('no note asks for a step towards somebody who wants no contact (X18)', (happenings) => {
    for (const { before, text } of liveOn(happenings, guide)) {
      if (before.flags.noContact !== undefined) expect(findNote(text.id, guide.content)?.outreach ?? false).toBe(false);
    }
  });

  test.prop([life], many)('the worker comes to rest after four steps at most (S13)', (happenings) => {
    liveOn(happenings, guide, (person) => expect(stepsAt(person)).toBeLessThanOrEqual(4));
  });

  test.prop([life], many)('the record stays legal and its wake moment true', (happenings) => {
    liveOn(happenings, guide, (person) => {
      expect(Subscriber.safeParse(person).error).toBeUndefined();
      expect(person.wakeAt).toBe(wakeAtOf(person));
      if (person.consent === 'withdrawn') expect(person.enrolment).toBeUndefined();
    });
  });

  test.prop([life], { numRuns: 100 })('every note can be read in two segments', (happenings) => {
    for (const { before, text } of liveOn(happenings, guide))
      expect(countSegments(renderText(text, before, guide)).segments).toBeLessThanOrEqual(2);
  });
});

/** How often the worker writes in a row when it meets the person at their next due moment. */
function stepsAt(person: Subscriber): number {
  const now = person.wakeAt;
  let current = person;
  for (let steps = 1; now !== undefined; steps++) {
    const decision = nudge(current, guide, now);
    if (decision.kind !== 'save' || steps > 9) return steps;
    current = decision.subscriber;
    if (current.wakeAt === undefined || current.wakeAt > now) return steps;
  }
  return 0;
}

describe('a text that nothing fits', () => {
  const oddLetters = fc.string({ unit: fc.constantFrom('q', 'z', 'x', 'w', 'j', 'v'), minLength: 7, maxLength: 12 });

  test.prop([fc.array(oddLetters, { minLength: 1, maxLength: 6 })], { numRuns: 300 })(
    'gets the emergency and crisis line and is told that nobody reads (X2)',
    (letters) => {
      const { reply, subscriber } = texts(stranger(), letters.join(' '), guide);
      expect(reply.map(({ id }) => id)).toEqual(['service.unknown']);
      const body = renderText(reply[0]!, subscriber, guide);
      expect(body).toMatch(/911/);
      expect(body).toMatch(/988/);
      expect(body).toMatch(/automated/i);
    },
  );
});
