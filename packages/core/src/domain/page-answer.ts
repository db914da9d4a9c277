import type { Guide } from './guide.ts';
import type { Instant } from './instant.ts';
import type { Sense } from './meaning.ts';
import { forgetExpired, remember } from './remember.ts';
import type { Subscriber } from './subscriber.ts';
import type { Answer, TurnOf } from './turn.ts';
import { withWakeAt } from './wake-at.ts';

/** A tap on a page, put as the words that mean the same, so that one answerer serves all channels. */
export function tapped<Kind extends Sense['kind']>(
  person: Subscriber,
  sense: Extract<Sense, { kind: Kind }>,
  guide: Guide,
  now: Instant,
): TurnOf<Kind> {
  const meaning = { ...sense, rule: `page.${sense.kind}`, because: 'They chose it on a page of ours.' };
  return { person: forgetExpired(person, now), message: { messageId: 'page' }, meaning, guide, now } as unknown as TurnOf<Kind>;
}

/** The person after an answer, with its fact; an answer is not counted, since a page answers without limit. */
export const concludedOnPage = ({ person, fact }: Answer, now: Instant): Subscriber =>
  withWakeAt(remember(person, { kind: fact, at: now }));
