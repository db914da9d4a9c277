import { ownWords } from '@breathing-room/core/email/own-words';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords, quotedReplies } from './quoted-replies.ts';

const ours = { service: 'Breathing Room', domain: 'mail.example.org' };

describe('the words a person typed (E11)', () => {
  it.each(quotedReplies)('are all that is read of a reply: $client', ({ own, mail }) => {
    expect(ownWords(mail, ours)).toBe(own);
    expect(ownWords(mail.replaceAll('\n', '\r\n'), ours)).toBe(own);
  });

  it.each(plainWords)('stay whole where they only look like a header: %s', (words) => {
    expect(ownWords(words, ours)).toBe(words);
    expect(ownWords(`${words}\n\nOn Mon, Mar 2, 2026 at 11:00 AM Breathing Room <notes@mail.example.org> wrote:\n> SAFE`, ours)).toBe(
      words,
    );
  });

  it('are empty in a mail that only quotes', () => {
    expect(ownWords('\n\nOn Mon, Mar 2, 2026, Breathing Room <notes@mail.example.org> wrote:\n\n> SAFE\n', ours)).toBe('');
  });

  it('are found in bounded time, whatever is sent', () => {
    const spiteful = [
      'On '.repeat(40_000),
      'a\n'.repeat(60_000),
      `${'> '.repeat(60_000)}x`,
      `From: ${' '.repeat(100_000)}<`,
      'Am '.repeat(2600),
      `20${'1'.repeat(9000)}`,
      `Op ${'\n'.repeat(7900)}schreef`,
    ];
    for (const text of spiteful) {
      const started = performance.now();
      ownWords(text, ours);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });

  it('never hold a line behind a mark', () => {
    const line = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), line), { maxLength: 12 }), (lines) => {
        const text = lines.map(([isQuoted, words]) => (isQuoted ? `> ${words}` : words)).join('\n');
        expect(
          ownWords(text, ours)
            .split('\n')
            .filter((own) => own.startsWith('>')),
        ).toEqual([]);
      }),
    );
  });
});
