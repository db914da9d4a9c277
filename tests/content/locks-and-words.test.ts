import { describe, expect, it } from 'vitest';
import { hashOfRun, wordsOf } from '@breathing-room/core/content/lint/copying';
import { reserved } from '@breathing-room/core/content/lint/words-people-text';
import { baseFile, compileBase, compileWith, findingsIn, note, topic } from './planted.ts';

const rulesIn = (files: Record<string, string>): string[] => findingsIn(files).map(({ rule }) => rule);

describe('locks', () => {
  const reaching = 'content/programmes/selfcare/programme.md';
  const wrong: [string, Record<string, string>, string][] = [
    ['a topic about talking open under NOCONTACT', topic('Rest.', { id: 'say', keyword: 'SAY' }), 'locks'],
    [
      'MORE going on after LEAVE (X14)',
      topic('Afraid? Text SAFE.', { id: 'leave', keyword: 'LEAVE', allowedUnderSafe: 'true', lockedBy: '[]' }),
      'locks',
    ],
    [
      'a topic that goes out under SAFE and is locked by it',
      topic('Rest.', { id: 'selfcare', keyword: 'SELFCARE', allowedUnderSafe: 'true' }),
      'locks',
    ],
    [
      'couples work under SAFE without a lock',
      topic('Couples work can help.', { id: 'selfcare', keyword: 'SELFCARE', allowedUnderSafe: 'true', lockedBy: '[]' }),
      'locks',
    ],
    ['a card that proposes contact without a lock', topic('Then text them a line.'), 'locks'],
    [
      'a gate that differs from the table',
      {
        ...note(),
        'content/programmes/patience/programme.md': note()['content/programmes/patience/programme.md']!.replace(
          'gate: safety',
          'gate: none',
        ),
      },
      'locks',
    ],
    ['a step toward the other person that is not marked (X18)', note({ sms: 'Rest. Then text them one kind line.' }), 'X18 contact'],
    [
      'outreach in a programme that asks nobody about contact (X18)',
      {
        [reaching]:
          '---\nid: selfcare\nword: SELFCARE\nalso: []\ntitle: Own care\nsummary: Short notes.\ngate: none\nclosedBy: []\nreview: pending\n---\n',
        'content/programmes/selfcare/n01.md': note({}, { id: 'selfcare.n1', outreach: 'true' })['content/programmes/patience/n01.md']!,
      },
      'X18 contact',
    ],
  ];
  it.each(wrong)('refuses %s', (_, files, rule) => {
    expect(rulesIn(files)).toContain(rule);
  });

  it('lets a locked card of an open topic speak of work as a pair', () => {
    expect(
      rulesIn(
        topic('Couples work can help.', { id: 'therapy', keyword: 'THERAPY', allowedUnderSafe: 'true', lockedBy: '[]' }, '| lock safe'),
      ),
    ).not.toContain('locks');
  });
});

describe('words to text', () => {
  it('refuses every reserved word as a synonym', () => {
    const found = findingsIn(topic('Rest.', { also: JSON.stringify(reserved) })).filter(({ rule }) => rule === 'keywords');
    expect(found.map(({ message }) => message.split(' ')[0])).toEqual(reserved);
  });

  it('refuses every reserved word but STOP, HELP and GO as a suggested reply (C5)', () => {
    const words = reserved.filter((word) => word.length > 1);
    const found = findingsIn(topic(words.map((word) => `Text ${word}.`).join(' '))).filter(({ rule }) => rule === 'C5 reserved');
    expect(found.map(({ message }) => message.split(' ')[0])).toEqual(words.filter((word) => !['STOP', 'HELP', 'GO'].includes(word)));
  });

  it('tells of a card with two next words', () => {
    expect(findingsIn(topic('Rest. Next: CALM or HURT.')).map(({ level, rule }) => `${level} ${rule}`)).toEqual(['note next words']);
  });
});

describe('copying', () => {
  const runsOf = (source: string): Set<string> => {
    const words = wordsOf(source).map(({ word }) => word);
    return new Set(words.slice(0, -6).map((_, index) => hashOfRun(words.slice(index, index + 7))));
  };
  const runs = runsOf('the river that we crossed at night was cold');

  it('finds a run of seven words, whatever its signs and capitals', () => {
    const found = findingsIn(topic('Rest. The river, that WE crossed at \u2018night\u2019 was warm.'), { sourceRuns: runs }).filter(
      ({ rule }) => rule === 'copying',
    );
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [16, 7],
      [16, 11],
    ]);
  });

  it('lets six words in a row stand', () => {
    expect(findingsIn(topic('The river that we crossed at noon was warm.'), { sourceRuns: runs })).toEqual([]);
  });

  it('hashes a run as the fixture does: seven words, one space, SHA-256, ten digits', () => {
    expect(hashOfRun(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('54ff557e9f');
  });

  it('leaves book titles alone', () => {
    const title = "Let Go of Who You Think You're Supposed to Be";
    const rules = (text: string): string[] => findingsIn(topic(text), { sourceRuns: runsOf(title) }).map(({ rule }) => rule);
    expect(rules(`You could read this. The Gifts of Imperfection: ${title} and Embrace Who You Are.`)).not.toContain('copying');
    expect(rules(`It says: ${title}.`)).toContain('copying');
  });
});

describe('repeats', () => {
  const words = 'Put the kettle on and look at the steam until it thins out.';

  it('finds two texts that say nearly the same', () => {
    expect(
      rulesIn({
        ...topic(words),
        ...topic(`${words} Then rest.`, { id: 'calm', keyword: 'CALM', also: '[]', allowedUnderSafe: 'true', lockedBy: '[]' }),
      }),
    ).toEqual(['repeats']);
  });

  it('finds a text repeated in one programme', () => {
    expect(rulesIn(note({ sms: words, low: words, mid: 'That is fine.', high: 'Good.' }, { checkIn: 'true' }))).toEqual(['repeats']);
  });

  it('lets a first note repeat itself softly', () => {
    expect(rulesIn(note({ sms: words, 'sms soft': words }))).toEqual([]);
  });
});

describe('mail', () => {
  const short: [string, Record<string, string>, string][] = [
    ['a body under 120 words', { email: 'Rest a bit.' }, 'mail length'],
    ['a soft body over 200 words', { 'email soft': 'Rest a bit on a slow day. '.repeat(40) }, 'mail length'],
    ['a subject over 40 characters', { subject: 'A slow day and what it may be good for, in short' }, 'C1 parts'],
    ['a gap in a subject', { subject: 'A note from {service}' }, 'C8 gaps'],
    ['a link in a body', { email: `See [this](https://example.org). ${'Rest a bit on a slow day. '.repeat(25)}` }, 'format'],
    ['a telling subject', { subject: 'When they are afraid' }, 'C3 discretion'],
  ];
  it.each(short)('refuses %s', (_, texts, rule) => {
    expect(rulesIn(note(texts))).toContain(rule);
  });
});

describe('what is missing', () => {
  it('is a note while writing and an error once complete', () => {
    const levels = (complete: boolean) => new Set(compileBase({ complete }).problems.map(({ level }) => level));
    expect(levels(false)).toEqual(new Set(['note']));
    expect(levels(true)).toEqual(new Set(['error']));
  });

  it('names the topics that could deliver an idea', () => {
    const lack = compileWith({}).problems.find(({ message }) => message.includes('A1.3'))!;
    expect(lack.mend).toBe('add it to a card of steady');
  });
});

describe('release check', () => {
  it('fails on a help line older than 180 days, one nobody verified, and a file nobody signed (X7)', () => {
    const files = {
      'content/helplines/us.yaml': baseFile('content/helplines/us.yaml').replace(
        'verifiedBy: not yet verified by the operator',
        'verifiedBy: A. Person',
      ),
      ...topic('Rest.'),
    };
    const rules = (releaseOn?: string) =>
      findingsIn(files, releaseOn === undefined ? {} : { releaseOn }).map(({ rule, message }) => `${rule}: ${message}`);
    expect(rules()).toEqual([]);
    expect(rules('2027-05-21').filter((line) => line.includes('days ago'))).toEqual([]);
    expect(rules('2027-05-22')).toContain('X7 release: last verified 181 days ago; 180 are allowed');
    expect(rules('2026-11-23').filter((line) => line.includes('nobody has verified'))).toHaveLength(6);
    expect(rules('2026-11-23')).toContain('review: no counsellor has signed this file');
  });
});
