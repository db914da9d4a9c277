import type { Instant } from '@breathing-room/core/domain/instant';
import type { Trace } from '../trace-book.ts';
import type { Message } from './local-answers.ts';

type Reasons = Trace['reasons'];

/** One thing to show in a conversation. `silence` stands where an answer could have been. */
export type Entry =
  | { kind: 'phone' | 'carrier'; id: string; at: Instant; body: string }
  | { kind: 'answer' | 'refused' | 'note'; id: string; at: Instant; body: string; reasons: Reasons }
  | { kind: 'silence' | 'event'; id: string; at: Instant; reasons: Reasons };

/** The messages of one phone with the reason beside each, and the silences and changes between them. */
export function threadOf(messages: readonly Message[], decisions: readonly Trace[]): Entry[] {
  const entries = messages.flatMap((message, index): Entry[] => {
    switch (message.from) {
      case 'phone':
        return [{ ...plain(message), kind: 'phone' }, ...silenceAfter(messages, index, decisions)];
      case 'carrier':
        return [{ ...plain(message), kind: 'carrier' }];
      case 'service':
        return [serviceEntry(messages, index, decisions)];
    }
  });
  return [...entries, ...events(decisions)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const plain = ({ id, at, body }: Message) => ({ id, at, body });

function serviceEntry(messages: readonly Message[], index: number, decisions: readonly Trace[]): Entry {
  const message = messages[index]!;
  if (message.isNote) return { ...plain(message), kind: 'note', reasons: noteReasons(message, decisions) };
  const asked = messages.slice(0, index).findLast(({ from }) => from === 'phone');
  const reasons = asked === undefined ? [] : reasonsFor(asked.id, decisions);
  return { ...plain(message), kind: message.errorCode === null ? 'answer' : 'refused', reasons };
}

/** Nothing came back from the service before the next text. */
function silenceAfter(messages: readonly Message[], index: number, decisions: readonly Trace[]): Entry[] {
  const { id, at } = messages[index]!;
  const rest = messages.slice(index + 1);
  const next = rest.findIndex(({ from }) => from === 'phone');
  const until = next === -1 ? rest : rest.slice(0, next);
  if (until.some(({ from, isNote }) => from === 'service' && !isNote)) return [];
  return [{ kind: 'silence', id: `${id}.silence`, at, reasons: reasonsFor(id, decisions) }];
}

const reasonsFor = (messageId: string, decisions: readonly Trace[]): Reasons =>
  decisions.find(({ about }) => about === messageId)?.reasons ?? [];

/** The provider takes a note a moment after it was decided. */
const noteReasons = ({ at }: Message, decisions: readonly Trace[]): Reasons =>
  decisions.findLast((trace) => trace.at <= at && trace.reasons.some(({ rule }) => rule === 'note.send'))?.reasons ?? [];

/** What the clock set off without a message: a rest that ends, a note that moves, a sign-up that lapses. */
function events(decisions: readonly Trace[]): Entry[] {
  return decisions.flatMap(({ at, about, reasons }, index) =>
    about === undefined && reasons.length === 1 && isEvent(reasons[0]!.rule)
      ? [{ kind: 'event' as const, id: `${at}.${index}`, at, reasons }]
      : [],
  );
}

const eventRules = new Set([
  'offer.lapsed',
  'question.unanswered',
  'no-consent',
  'locked',
  'pause.over',
  'note.skip',
  'note.shift',
  'forget.purge',
  'owed.look-up',
  'owed.too-old',
]);
const isEvent = (rule: string): boolean => eventRules.has(rule) || rule.startsWith('code.');
