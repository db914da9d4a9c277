import { claimNote } from '@breathing-room/core/domain/claim-note';
import { held, withoutEnrolment } from '@breathing-room/core/domain/change-person';
import type { Decision } from '@breathing-room/core/domain/decision';
import { withFlag } from '@breathing-room/core/domain/flags';
import type { Guide } from '@breathing-room/core/domain/guide';
import { type Instant, plusDays, plusHours, plusSeconds } from '@breathing-room/core/domain/instant';
import { nudge } from '@breathing-room/core/domain/nudge';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { reply } from '@breathing-room/core/domain/reply';
import { settleSent } from '@breathing-room/core/domain/settle-note';
import { newSubscriber, type Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';

/** One person and the moment it is for them. */
export interface Someone {
  person: Subscriber;
  now: Instant;
}

/** A Monday, 11:00 in New York. */
export const monday: Instant = '2026-03-02T16:00:00Z';
export const newYorker = '+12125550123';

export const stranger = (number = newYorker, now = monday): Someone => {
  const address = { channel: 'sms', value: number } as const;
  return { person: newSubscriber('a-stranger-of-tests', address, regionOf(address)), now };
};

let messages = 0;

/** Texts a word through the pure decider. */
export function texts({ person, now }: Someone, body: string, guide: Guide): Decision {
  messages += 1;
  const id = String(messages).padStart(8, '0');
  return reply(person, { id, messageId: `SM${id}`, body }, guide, now);
}

export const after = (someone: Someone, body: string, guide: Guide): Someone => ({
  ...someone,
  person: texts(someone, body, guide).subscriber,
});

export const later = (someone: Someone, hours: number): Someone => ({ ...someone, now: plusHours(someone.now, hours) });

/** Lives on until the next scheduled text has been handed over; undefined when nothing more is due. */
export function untilNextNote({ person, now }: Someone, guide: Guide): (Someone & { textId: string }) | undefined {
  let current = person;
  let at = now;
  for (let steps = 0; steps < 20; steps++) {
    if (current.wakeAt === undefined) return undefined;
    at = current.wakeAt > at ? current.wakeAt : at;
    const decision = nudge(current, guide, at);
    if (decision.kind === 'send') return sent(decision.subscriber, decision.text, at, guide);
    if (decision.kind !== 'save') throw new Error(`did not expect ${decision.kind}`);
    current = decision.subscriber;
  }
  throw new Error('nothing was sent in twenty steps');
}

function sent(person: Subscriber, text: { id: string }, at: Instant, guide: Guide): Someone & { textId: string } {
  const claimed = claimNote(person, { text, messageId: 'message001', claimId: 'claim00001', bodyHash: '0123456789ab' }, at);
  return { person: settleSent(claimed, 'SM1', guide.content, plusSeconds(at, 1)), now: plusSeconds(at, 1), textId: text.id };
}

/** The states of docs/words.md, reached by the words a person would text wherever words lead there. */
export const peopleIn = (guide: Guide): Record<string, () => Someone> => {
  const pending = (): Someone => after(stranger(), 'JOIN PATIENCE', guide);
  const active = (): Someone => {
    const first = untilNextNote(after(pending(), 'GO', guide), guide)!;
    return later(untilNextNote(first, guide)!, 1);
  };
  const idle = (): Someone => {
    const { person, now } = active();
    return { person: withWakeAt(withoutEnrolment(person)), now };
  };
  const safe = (): Someone => {
    const words = ['JOIN SELFCARE', 'GO', 'SAFE', 'RESUME', 'GO'];
    const { person, now } = words.reduce((someone, word) => after(someone, word, guide), stranger());
    return { person, now: plusDays(now, 2) };
  };
  const asked = (): Someone => {
    const { person, now } = active();
    return { person: withWakeAt(held(person, 'question', now)), now };
  };
  return {
    new: stranger,
    pending,
    active,
    paused: () => after(active(), 'PAUSE', guide),
    resting: () => after(active(), 'CRISIS', guide),
    asked,
    idle,
    optedout: () => after(active(), 'STOP', guide),
    safe,
    nocontact: () => {
      const { person, now } = after(idle(), 'NOCONTACT', guide);
      return { person, now: plusDays(now, 2) };
    },
    minor: () => ({ ...stranger(), person: withFlag(stranger().person, 'adultOnly', monday) }),
  };
};
