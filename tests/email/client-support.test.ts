import { caniemail } from 'caniemail';
import { describe, expect, it } from 'vitest';
import { newSubscriber } from '@breathing-room/core/domain/subscriber';
import type { TextRef } from '@breathing-room/core/domain/text-ref';
import { composeMail } from '@breathing-room/core/email/compose-mail';
import { signedLinks } from '@breathing-room/core/email/signed-links';
import { testGuide } from '../support/guide.ts';

/** What some mail programs do not do, and why the mail is whole without it. */
const accepted: Record<string, string> = {
  '@media': 'Only the dark colors need it; without it the light ones stay, ink on white.',
  'color-scheme meta tag': 'Tells a program we bring dark colors; others choose their own.',
  '<style> element': 'Holds nothing but the dark colors.',
  '<body> element': 'Some replace it; the table inside carries the same background.',
  'display:none': 'Gmail on the mobile web shows the neutral preview line at the top; it gives nothing away.',
  'max-height property': 'A second way to hide the preview line, for those without the first.',
  overflow: 'The same second way.',
  'border-radius': 'Corners are square in Outlook on Windows.',
  'role attribute': 'Without it a reader may announce the layout table, which has one cell across.',
  'aria-label attribute': 'Without it the five links are read as 1 to 5, as the sentence above them says.',
  'lang attribute': 'The reader then speaks in the voice of its own language.',
  'width attribute': 'The table is then as wide as its words, at most 560 pixels.',
  'text-decoration': 'Links are underlined where it is not taken.',
};

const clients = [
  'gmail.*',
  'outlook.*',
  'apple-mail.*',
  'yahoo.*',
  'protonmail.*',
  'aol.*',
  'samsung-email.*',
  'hey.*',
  'fastmail.*',
  'gmx.*',
] as const;
const links = signedLinks({ key: Buffer.alloc(32, 3).toString('base64'), publicBaseUrl: 'https://line.example.org' });
const person = newSubscriber('abcdefghijklmnopqrstuv', { channel: 'email', value: 'jo@example.net' }, 'US');
const now = '2026-03-02T16:00:00Z';
const compose = (text: TextRef): string => composeMail({ text, person, guide: testGuide(), links, now }).html;

describe('a mail in the programs people read mail with', () => {
  it.each([
    ['a note', { id: 'patience.n1', with: { number: '1', tail: 'note.checkin' } }],
    ['a confirmation', { id: 'mail.confirm', with: { link: links.urlFor('confirm', person.id, now) } }],
  ])('%s rests on nothing they lack but what was accepted with a reason', (_, text) => {
    const { issues } = caniemail({ clients: [...clients], html: compose(text) });
    const lacking = new Set([...issues.errors.values()].flat().map(({ title }) => title));
    expect([...lacking].filter((title) => accepted[title] === undefined)).toEqual([]);
  });

  it('would be told of something new that they lack', () => {
    const { issues } = caniemail({ clients: [...clients], html: '<div style="display:grid"></div>' });
    expect([...issues.errors.values()].flat().some(({ title }) => accepted[title] === undefined)).toBe(true);
  });
});
