import { describe, expect, it } from 'vitest';
import { withFlag } from '@breathing-room/core/domain/flags';
import { newSubscriber, type Subscriber } from '@breathing-room/core/domain/subscriber';
import type { TextRef } from '@breathing-room/core/domain/text-ref';
import { composeMail, MailProfileError } from '@breathing-room/core/email/compose-mail';
import { signedLinks } from '@breathing-room/core/email/signed-links';
import { testGuide } from '../support/guide.ts';

const guide = testGuide();
const origin = 'https://line.example.org';
const links = signedLinks({ key: Buffer.alloc(32, 3).toString('base64'), publicBaseUrl: origin });
const now = '2026-03-02T16:00:00Z';
const jo: Subscriber = {
  ...newSubscriber('abcdefghijklmnopqrstuv', { channel: 'email', value: 'jo@example.net' }, 'US'),
  consent: 'given',
};
const compose = (text: TextRef | TextRef[], person = jo) => composeMail({ text, person, guide, links, now });
const note: TextRef = { id: 'patience.n1', with: { number: '1', tail: 'note.checkin' } };

const notes = Object.values(guide.content.programmes).flatMap((programme) => programme.notes);
const every: TextRef[] = [
  ...notes.flatMap(({ id }) => [{ id }, { id: `${id}.soft` }]),
  ...Object.values(guide.content.topics).map(({ cards: [card] }) => ({ id: card!.id })),
];
const words = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<div style="display:none.*?<\/div>/s, '')
    .replaceAll(/<br\/?>|<\/(?:p|li|td)>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('every mail', () => {
  it('has the list headers, the postal address and a way out to be seen (E1)', () => {
    const { headers, text, html } = compose(note);
    expect(headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<https:\/\/line\.example\.org\/unsubscribe\?t=[\w-]{48}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': 'Breathing Room <notes.mail.example.org>',
      'Feedback-ID': 'note:all:mail:mail-example-org',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    });
    for (const part of [text, html]) {
      expect(part).toContain('1 Example Street');
      expect(part).toContain(headers['List-Unsubscribe']!.slice(1, -1));
    }
    expect(html).toMatch(/>unsubscribe<\/a>/);
  });

  it('names no programme where machines and shoulders look (E1, E3, E9)', () => {
    for (const { id, title } of Object.values(guide.content.programmes)) {
      const { headers, subject, html } = compose({ id: `${id}.n1`, with: { number: '1', tail: 'note.checkin' } });
      const seen = [subject, ...Object.values(headers), ...(html.match(/href="[^"]+"/g) ?? [])].join(' ').toLowerCase();
      expect(seen).not.toContain(title.toLowerCase());
      expect(seen.replaceAll(/t=[\w-]+/g, '')).not.toContain(id);
    }
  });

  it('has no picture, no script, nothing to load and no link but ours (E10)', () => {
    for (const text of every) {
      const { html } = compose({ ...text, with: { tail: 'note.checkin' } });
      expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|video)\b|url\(|@import|src=/i);
      expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(href!.replaceAll('&amp;', '&')).origin)).toEqual(
        Array.from({ length: 6 }, () => origin),
      );
    }
  });

  it('links a note to unsubscribe and check-in only (E3)', () => {
    const { html, text } = compose(note);
    const paths = [...`${html} ${text}`.matchAll(/https:\/\/line\.example\.org(\/[\w-]+)/g)].map(([, path]) => path);
    expect([...new Set(paths)].toSorted((a, b) => a!.localeCompare(b!))).toEqual(['/check-in', '/unsubscribe']);
  });

  it('says the same as text and as a page', () => {
    for (const text of every) {
      const mail = compose({ ...text, with: { number: '1' } });
      const spoken = mail.text
        .replaceAll(/https:\S+/g, 'unsubscribe')
        .replaceAll(/^(?:- |\d\. )/gm, '')
        .replaceAll(/\*/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
      expect(words(mail.html)).toBe(spoken);
    }
  });

  it('escapes what could be taken for markup', () => {
    const { html } = compose({ id: 'status.on', with: { when: '<b>now</b>', from: '"', to: '&', zone: '<script>' } });
    expect(html).not.toMatch(/<b>|<script>/);
    expect(html).toContain('&lt;b&gt;now');
  });

  it('has headers of one line whatever the service is called (E8)', () => {
    const named = { ...guide, profile: { ...guide.profile, serviceName: 'A\r\nBcc: x@example.com <y>' } };
    const { headers } = composeMail({ text: note, person: jo, guide: named, links, now });
    expect(Object.values(headers).join('')).not.toMatch(/[\r\n]/);
    expect(headers['List-Id']).toBe('A Bcc xexample.com y <notes.mail.example.org>');
  });

  it('cannot be made without a postal address (E1)', () => {
    const { mail: _, ...profile } = guide.profile;
    expect(() => composeMail({ text: note, person: jo, guide: { ...guide, profile }, links, now })).toThrow(MailProfileError);
  });

  it('takes no more than a millisecond to make', () => {
    for (let index = 0; index < 300; index++) compose(note);
    const before = process.cpuUsage();
    for (let index = 0; index < 500; index++) compose(note);
    expect(process.cpuUsage(before).user / 1000 / 500).toBeLessThan(1);
  });
});

describe('a note by mail', () => {
  it('greets, numbers itself, asks for a number in words and in five links, and signs', () => {
    const { text, html } = compose(note);
    expect(text).toMatch(/^Note 1\n\nHello,\n/);
    expect(text).toContain('Take care,\nBreathing Room');
    expect(text.match(/\/check-in\?t=[\w-]{48}&value=[1-5]/g)).toHaveLength(5);
    expect([...html.matchAll(/aria-label="(\d), /g)].map(([, value]) => value)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('has its own subject and preview line, and neutral ones under PRIVATE (E9)', () => {
    const mail = guide.content.programmes['patience']!.notes[0]!.email!;
    expect(compose(note)).toMatchObject({ subject: mail.subject, html: expect.stringContaining(mail.preheader) });
    const hidden = compose(note, { ...jo, isPrivate: true });
    expect(hidden.subject).toBe('Your note for today');
    expect(hidden.html).not.toContain(mail.preheader);
    expect(hidden.text).not.toContain('Note 1');
  });

  it('is softer after a low', () => {
    const mail = guide.content.programmes['patience']!.notes[0]!.email!;
    expect(compose({ id: 'patience.n1.soft' }).text).toContain(mail.soft.split('\n')[0]);
  });

  it('shows the help lines of the region and offers a rest beside the way out', () => {
    const { text } = compose(note, { ...jo, region: 'UK' });
    expect(text).toContain(guide.content.helplines.UK.crisis);
    expect(text).toMatch(/PAUSE.*SLOWER.*unsubscribe/s);
  });
});

describe('an answer by mail', () => {
  it('comes fresh: neutral subject, nothing quoted, marked as an answer (E9)', () => {
    const { subject, headers, text } = compose({ id: 'service.help' });
    expect(subject).toBe('Your answer');
    expect(headers).toMatchObject({ 'Auto-Submitted': 'auto-replied' });
    expect(Object.keys(headers)).not.toContain('In-Reply-To');
    expect(text).not.toMatch(/^>|Re:/m);
  });

  it('shows nothing of itself in the preview line (E9)', () => {
    const { html } = compose({ id: 'topic.safe.1' });
    const hidden = /<div style="display:none[^>]*>(.*?)<\/div>/s.exec(html)![1]!;
    expect(hidden).toMatch(/^A short answer to your message\./);
    expect(hidden.length).toBeGreaterThan(150);
  });

  it('brings the whole topic, all its open cards', () => {
    const { cards } = guide.content.topics['space']!;
    const { text } = compose({ id: 'topic.space.1' });
    for (const card of cards) expect(text).toContain(card.sms.en.trim().slice(0, 30));
    expect(text).not.toContain('MORE');
  });

  it('leaves out cards that a flag locks, and never goes on from SAFE (X14, X15)', () => {
    const locked = Object.values(guide.content.topics).flatMap(({ cards, continues }) =>
      continues ? cards.slice(1).filter(({ lockedBy }) => lockedBy.includes('noContact')) : [],
    );
    expect(locked.length).toBeGreaterThan(0);
    for (const { id, sms } of locked)
      expect(compose({ id: id.replace(/\d+$/, '1') }, withFlag(jo, 'noContact', now)).text).not.toContain(sms.en.trim().slice(0, 60));
    const { cards } = guide.content.topics['safe']!;
    expect(compose({ id: 'topic.safe.1' }).text).not.toContain(cards[1]!.sms.en.trim().slice(0, 40));
  });

  it('says "reply with" where a text says "text", and leaves help lines alone', () => {
    const { text } = compose([{ id: 'service.menu' }, { id: 'helpline.word' }], { ...jo, region: 'UK' });
    expect(text).toContain('Reply with one word');
    expect(text).toContain(guide.content.helplines.UK.crisis);
    expect(compose(every.filter(({ id }) => id.startsWith('topic.'))).text).not.toMatch(/\b[Tt]ext (?:SAFE|CRISIS|CALM|PAUSE)\b/);
  });

  it('puts a page named at the end on a button of its own', () => {
    const { html, text, subject } = compose({ id: 'mail.confirm', with: { link: links.urlFor('confirm', jo.id, now) } });
    expect(subject).toBe('Please confirm');
    expect(html).toMatch(/<a href="https:\/\/line\.example\.org\/confirm\?t=[\w-]{48}" style="[^"]*">Open the page<\/a>/);
    expect(text).toMatch(/^https:\/\/line\.example\.org\/confirm\?t=[\w-]{48}$/m);
  });

  it('is in Spanish for those who asked for it', () => {
    const { text, subject, html } = compose({ id: 'service.unknown' }, { ...jo, language: 'es' });
    expect(subject).toBe('Tu respuesta');
    expect(html).toContain('<html lang="es">');
    expect(text).toContain('Este es un servicio automático');
  });
});
