import { beforeAll, describe, expect, it } from 'vitest';
import { compileContent, type Compiled } from '@breathing-room/core/content/compile-content';
import { html } from '@breathing-room/core/content/show/html';
import { journeyOf } from '@breathing-room/core/content/show/journey';
import { showBook } from '@breathing-room/core/content/show/book';
import { compileWith, note } from './planted.ts';

const root = new URL('../../', import.meta.url).pathname;
let compiled: Compiled;
let book: string;

beforeAll(async () => {
  compiled = await compileContent({ root });
  book = showBook(compiled);
});

describe('the book for reviewers', () => {
  it('holds every text of the content', () => {
    const missing = compiled.texts.filter(({ text, kind }) => !book.includes(html(kind === 'mail' ? text.split('\n')[0]! : text)));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('has a place to sign for every file with words', () => {
    const files = new Set(compiled.texts.map(({ source }) => source.path.replace(/\/n\d+\.md$/, '/programme.md')));
    expect([...files].filter((path) => !book.includes(`${path} may go out`))).toEqual([]);
  });

  it('loads nothing from outside and runs no script', () => {
    expect(book).not.toMatch(/<script|<link|src=|url\(|@import/i);
  });

  it('keeps signs of a text out of the page structure', () => {
    const odd = compileWith(note({ sms: 'A <b>bold</b> & "quoted" line.' }));
    expect(showBook(odd)).toContain('A &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; line.');
  });

  it('draws each programme with its notes, check-ins and locks', () => {
    for (const programme of Object.values(compiled.content.programmes)) {
      const picture = journeyOf(programme);
      const count = (pattern: RegExp): number => picture.match(pattern)?.length ?? 0;
      expect(count(/<circle /g)).toBe(programme.notes.length);
      expect(count(/r="23"/g)).toBe(programme.notes.filter(({ checkIn }) => checkIn !== undefined).length);
      expect(count(/reaches out/g)).toBe(programme.notes.filter(({ outreach }) => outreach).length);
      expect(picture).toContain(`JOIN ${programme.word}`);
    }
  });
});
