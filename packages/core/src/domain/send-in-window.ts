import { withoutWaitingNote } from './change-person.ts';
import type { ChosenText } from './choose-note.ts';
import type { Guide } from './guide.ts';
import { type Instant, plusHours } from './instant.ts';
import { decideLate, validitySeconds } from './late.ts';
import { localDate } from './local-time.ts';
import type { Nudge } from './nudge-kind.ts';
import { hoursRuleOf, planNext } from './plan-note.ts';
import { nextWindow } from './quiet-hours.ts';
import { remember } from './remember.ts';
import { nextNoteAt } from './schedule.ts';
import { settleDropped } from './settle-note.ts';
import { isStillWanted } from './still-wanted.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';
import { findNote } from './text-words.ts';
import { withWakeAt } from './wake-at.ts';

/** Sends inside the allowed hours and at most once a day; else follows the note's late policy (S8, S12). */
export function sendInWindow(person: Subscriber, chosen: ChosenText, guide: Guide, now: Instant): Nudge {
  const window = nextWindow(hoursRuleOf(person), now);
  const late = decideLate(policyOf(chosen.text, guide), dueMoment(person, now), window, now);
  const seconds = window && validitySeconds(window, now);
  const isFree = person.owed?.counted === true || (!wasTextedToday(person, now) && isGapOver(person, now));
  if (late === 'send' && seconds !== undefined && isFree)
    return {
      kind: 'send',
      subscriber: person,
      text: chosen.text,
      validitySeconds: seconds,
      reasons: [{ rule: 'note.send', because: chosen.because }],
    };
  return late === 'skip' || late === 'expire' ? skipNote(person, guide, now) : shiftNote(person, guide, now);
}

/** Seconds this text may still go for right now, if at all: asked again before a second POST. */
export function mayStillGo(person: Subscriber, text: TextRef, guide: Guide, now: Instant): number | undefined {
  if (!isStillWanted(person, text, guide)) return undefined;
  const window = nextWindow(hoursRuleOf(person), now);
  return window && validitySeconds(window, now);
}

/** Lines that are no note of a programme always wait for the next allowed hour. */
const policyOf = ({ id }: TextRef, { content }: Guide) => findNote(id.replace('.soft', ''), content)?.late ?? 'shift';

const dueMoment = ({ owed, hold, enrolment }: Subscriber, now: Instant): Instant =>
  owed?.notBefore ?? hold?.until ?? enrolment?.dueAt ?? now;

/** The longer gap a low answer set (requirements, Dose). */
const isGapOver = ({ lastNoteAt, enrolment }: Subscriber, now: Instant): boolean =>
  lastNoteAt === undefined || plusHours(lastNoteAt, enrolment?.gapHours ?? 0) <= now;

/** Every zone the person may be in must have begun a new day since the last note. */
function wasTextedToday(person: Subscriber, now: Instant): boolean {
  const { lastNoteAt } = person;
  return lastNoteAt !== undefined && hoursRuleOf(person).zones.some((zone) => localDate(zone, lastNoteAt) === localDate(zone, now));
}

/** Past its time: this note is left out and the next is planned (late policy). */
function skipNote(person: Subscriber, { content }: Guide, now: Instant): Nudge {
  // A retry of a note the programme has moved past already: only the retry is left out.
  const isPast = person.owed?.state === 'waiting' && person.owed.counted;
  const enrolment = person.enrolment && !isPast && { ...person.enrolment, nextNote: person.enrolment.nextNote + 1 };
  const skipped = remember({ ...withoutWaitingNote(person), ...(enrolment && { enrolment }) }, { kind: 'note_skipped', at: now });
  return saved(planNext(skipped, content, now), 'note.skip', 'Its day is over and it would make no sense later.');
}

function shiftNote(person: Subscriber, guide: Guide, now: Instant): Nudge {
  const because = 'Outside the allowed hours, or a note went today already: it moves to the next allowed time.';
  if (person.owed?.state === 'waiting') return saved(settleDropped(person, guide.content, now), 'note.shift', because);
  const shifted = remember(person.hold === undefined ? planNext(person, guide.content, now) : laterEnd(person, now), {
    kind: 'note_shifted',
    at: now,
  });
  return saved(shifted, 'note.shift', because);
}

/** The line after a rest waits for the next allowed hour. */
function laterEnd(person: Subscriber, now: Instant): Subscriber {
  const plan = { ...hoursRuleOf(person), pace: 'daily' as const, startedAt: now, seed: person.id };
  const until = nextNoteAt({ ...plan, ...(person.lastNoteAt !== undefined && { lastNoteAt: person.lastNoteAt }) }, now);
  const { until: _, ...hold } = person.hold!;
  return { ...person, hold: { ...hold, ...(until !== undefined && { until }) } };
}

const saved = (person: Subscriber, rule: string, because: string): Nudge => ({
  kind: 'save',
  subscriber: withWakeAt(person),
  ledger: [],
  reasons: [{ rule, because }],
});
