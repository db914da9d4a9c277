import type { Fact } from './fact.ts';
import type { Guide } from './guide.ts';
import { renderText } from './render.ts';
import type { Subscriber } from './subscriber.ts';
import { type TextRef, textRef } from './text-ref.ts';

/** A quote of ours is known by its first 24 characters; a shorter message holds none. */
const shortestQuote = 24;

/** What we told this person within a day, newest first, so that a quote of it is not read as their own words (X19). */
export function ourLastTexts(person: Subscriber, body: string, guide: Guide): string[] {
  if (body.length < shortestQuote) return [];
  return person.facts
    .flatMap(saidIn)
    .reverse()
    .flatMap((ref) => wordsIfKnown(ref, person, guide));
}

const saidIn = ({ kind, about, reply = [] }: Fact): TextRef[] => (kind === 'note_sent' && about !== undefined ? [textRef(about)] : reply);

/** A text that newer content no longer has cannot be looked for; the message is answered all the same. */
function wordsIfKnown(ref: TextRef, person: Subscriber, guide: Guide): string[] {
  try {
    return [renderText(ref, person, guide)];
  } catch {
    return [];
  }
}
