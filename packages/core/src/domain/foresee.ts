import { claimNote } from './claim-note.ts';
import type { Guide } from './guide.ts';
import { type Instant, latest } from './instant.ts';
import { nudge } from './nudge.ts';
import { settleSent } from './settle-note.ts';
import type { Subscriber } from './subscriber.ts';
import type { TextRef } from './text-ref.ts';

export interface Foreseen {
  at: Instant;
  text: TextRef;
  because: string;
}

/** Placeholders: nothing foreseen is ever sent or stored. */
const noClaim = { messageId: 'foreseen00', claimId: 'foreseen00', bodyHash: '000000000000' };

/** The scheduled texts to come if the person stays silent, by the very code that will send them. */
export function foresee(subscriber: Subscriber, guide: Guide, now: Instant, most: number): Foreseen[] {
  const foreseen: Foreseen[] = [];
  let person = subscriber;
  let at = now;
  for (let steps = 0; foreseen.length < most && person.wakeAt !== undefined && steps < most * 6; steps++) {
    at = latest(at, person.wakeAt);
    const decision = nudge(person, guide, at);
    if (decision.kind === 'save') person = decision.subscriber;
    else if (decision.kind !== 'send') return foreseen;
    else {
      foreseen.push({ at, text: decision.text, because: decision.reasons[0]!.because });
      person = settleSent(claimNote(decision.subscriber, { ...noClaim, text: decision.text }, at), undefined, guide.content, at);
    }
  }
  return foreseen;
}
