import { claimNote } from '@breathing-room/core/domain/claim-note';
import { withoutEnrolment } from '@breathing-room/core/domain/change-person';
import type { PhoneNumber } from '@breathing-room/core/domain/address';
import type { Guide } from '@breathing-room/core/domain/guide';
import { type Instant, plusDays, plusHours } from '@breathing-room/core/domain/instant';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { reply } from '@breathing-room/core/domain/reply';
import { settleSent } from '@breathing-room/core/domain/settle-note';
import { newSubscriber, type Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import { textRef } from '@breathing-room/core/domain/text-ref';

/** `new` has no record yet, `asked` has an open check-in, `idle` has been through a programme. */
export type State = 'new' | 'pending' | 'asked' | 'idle';

const shares: readonly State[] = [
  ...(Array.from({ length: 20 }, () => 'new') as State[]),
  ...(Array.from({ length: 15 }, () => 'pending') as State[]),
  ...(Array.from({ length: 35 }, () => 'asked') as State[]),
  ...(Array.from({ length: 30 }, () => 'idle') as State[]),
];

const places = ['+1212555', '+1312555', '+1415555', '+1303555', '+1602555', '+1416555', '+4477009', '+3538312', '+6149157', '+6421123'];

export interface Person {
  number: PhoneNumber;
  state: State;
}

/** As many numbers of six countries as asked for, in states mixed by hundreds; always the same ones. */
export const crowd = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    number: `${places[index % places.length]}${String(Math.floor(index / places.length)).padStart(4, '0')}`,
    state: shares[Math.floor(index / places.length) % shares.length]!,
  }));

/** What somebody in this state has lived through by `now`, by the real deciders; undefined when nothing. */
export function lifeOf({ number, state }: Person, guide: Guide, now: Instant): Subscriber | undefined {
  switch (state) {
    case 'new':
      return undefined;
    case 'pending':
      return texted(stranger(number), ['WHY', 'JOIN PATIENCE'], guide, plusHours(now, -2));
    case 'asked':
      return noted(enrolled(number, guide, plusDays(now, -3)), guide, plusHours(now, -3));
    case 'idle':
      return withWakeAt(withoutEnrolment(noted(enrolled(number, guide, plusDays(now, -30)), guide, plusDays(now, -20))));
  }
}

const enrolled = (number: PhoneNumber, guide: Guide, at: Instant): Subscriber =>
  texted(stranger(number), ['SPACE', 'MORE', 'JOIN PATIENCE', 'GO', 'STATUS'], guide, at);

/** The next note of the programme has gone, and with it the question how it goes. */
function noted(person: Subscriber, guide: Guide, at: Instant): Subscriber {
  const claim = { text: textRef('patience.n1'), messageId: 'benchnote1', claimId: 'benchclaim', bodyHash: '0123456789ab' };
  const { owed: _, ...delivered } = settleSent(claimNote(person, claim, at), 'SM', guide.content, at);
  return withWakeAt(delivered);
}

const stranger = (number: PhoneNumber): Subscriber => {
  const address = { channel: 'sms', value: number } as const;
  return newSubscriber('a-life-of-the-bench', address, regionOf(address));
};

const texted = (person: Subscriber, words: readonly string[], guide: Guide, at: Instant): Subscriber =>
  words.reduce(
    (before, body, index) => reply(before, { id: `bench-0${index}`, messageId: `SM${index}`, body }, guide, at).subscriber,
    person,
  );
