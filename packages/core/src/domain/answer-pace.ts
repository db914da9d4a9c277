import { planNext, planNoSooner } from './plan-note.ts';
import { Pace, type Subscriber } from './subscriber.ts';
import { sayWhen } from './say-when.ts';
import { textRef } from './text-ref.ts';
import type { Answer, Turn } from './turn.ts';

/** From most to fewest notes. */
const paces = Pace.options;

/** SLOWER, FASTER and DAILY: one step of pace, or the fastest at once. Only the person ever speeds up. */
export function answerPace(turn: Turn, word: 'slower' | 'faster' | 'daily'): Answer {
  const { person, guide, now } = turn;
  if (person.enrolment === undefined)
    return {
      person,
      reply: [textRef('pace.nothing')],
      fact: 'text_answered',
      reason: { rule: 'pace.nothing', because: 'There is no programme to pace.' },
    };
  const pace = stepped(person.pace, word);
  const changed = word === 'slower' ? { ...person, pace } : withoutGap({ ...person, pace });
  const planned = word === 'slower' ? planNoSooner(changed, guide.content, now) : planNext(changed, guide.content, now);
  return {
    person: planned,
    reply: [textRef(`pace.${word}`, { when: sayWhen(planned, now) })],
    fact: 'pace_changed',
    reason: { rule: `pace.${word}`, because: `They chose the pace: ${pace.replaceAll('_', ' ')}.` },
  };
}

function stepped(pace: Pace, word: 'slower' | 'faster' | 'daily'): Pace {
  const at = paces.indexOf(pace);
  switch (word) {
    case 'daily':
      return 'daily';
    case 'slower':
      return paces[Math.min(at + 1, paces.length - 1)]!;
    case 'faster':
      return paces[Math.max(at - 1, 0)]!;
  }
}

/** Their own wish for more ends the gap a low check-in set. */
function withoutGap(person: Subscriber): Subscriber {
  if (person.enrolment === undefined) return person;
  const { gapHours: _, ...enrolment } = person.enrolment;
  return { ...person, enrolment };
}
