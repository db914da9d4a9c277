import { describe, expect, test } from 'vitest';
import type { Message } from '../../packages/local/src/page/local-answers.ts';
import { threadOf } from '../../packages/local/src/page/thread.ts';
import type { Trace } from '../../packages/local/src/trace-book.ts';

const at = (minute: number): string => `2026-11-23T15:${String(minute).padStart(2, '0')}:00Z`;
const message = (id: string, minute: number, rest: Partial<Message> = {}): Message => ({
  id,
  from: 'service',
  isNote: false,
  at: at(minute),
  body: id,
  status: 'delivered',
  errorCode: null,
  ...rest,
});
const text = (id: string, minute: number): Message => message(id, minute, { from: 'phone' });
const trace = (minute: number, rule: string, about?: string): Trace => ({
  at: at(minute),
  reasons: [{ rule, because: `${rule}.` }],
  ...(about !== undefined && { about }),
});
const told = (messages: Message[], traces: Trace[]) =>
  threadOf(messages, traces).map((entry) => [entry.kind, entry.id, 'reasons' in entry ? entry.reasons.map(({ rule }) => rule).join() : '']);

describe('a conversation', () => {
  test('puts the reason of a text beside its answer, whichever came last', () => {
    expect(told([text('a', 1), message('x', 1), text('b', 2), message('y', 2)], [trace(1, 'first', 'a'), trace(2, 'second', 'b')])).toEqual(
      [
        ['phone', 'a', ''],
        ['answer', 'x', 'first'],
        ['phone', 'b', ''],
        ['answer', 'y', 'second'],
      ],
    );
  });

  test('shows silence after a text without an answer, though a note came later', () => {
    expect(told([text('a', 1), message('n', 5, { isNote: true })], [trace(1, 'courtesy', 'a'), trace(5, 'note.send')])).toEqual([
      ['phone', 'a', ''],
      ['silence', 'a.silence', 'courtesy'],
      ['note', 'n', 'note.send'],
    ]);
  });

  test('gives a note the newest decision to send before it', () => {
    const traces = [
      trace(1, 'note.send'),
      { ...trace(4, 'note.send'), reasons: [{ rule: 'note.send', because: 'later' }] },
      trace(9, 'note.send'),
    ];
    expect(threadOf([message('n', 5, { isNote: true })], traces)).toMatchObject([{ kind: 'note', reasons: [{ because: 'later' }] }]);
  });

  test("tells the carrier's own words and a blocked answer from ours", () => {
    expect(told([text('a', 1), message('c', 1, { from: 'carrier' }), message('x', 1, { errorCode: 21_610 })], [])).toEqual([
      ['phone', 'a', ''],
      ['carrier', 'c', ''],
      ['refused', 'x', ''],
    ]);
  });

  test('puts changes without a message where they happened, and leaves out bookkeeping', () => {
    expect(
      told(
        [text('a', 1), message('x', 1)],
        [trace(1, 'word', 'a'), trace(3, 'pause.over'), trace(3, 'report.delivered'), trace(4, 'wake.corrected')],
      ),
    ).toEqual([
      ['phone', 'a', ''],
      ['answer', 'x', 'word'],
      ['event', `${at(3)}.1`, 'pause.over'],
    ]);
  });
});
