import { describe, expect, it } from 'vitest';
import { guardPatterns } from '@breathing-room/core/content/lint/guards';
import { hashOfRun, wordsOf } from '@breathing-room/core/content/lint/copying';
import { requirements } from '@breathing-room/core/content/lint/required-words';
import { reserved } from '@breathing-room/core/content/lint/words-people-text';
import { wordingRules } from '@breathing-room/core/content/lint/wording-rules';
import { baseFile, compileBase, compileWith, findingsIn, note, topic } from './planted.ts';

/** A failing example for each row of the wording table, in the table's order. */
const breaches: [rule: string, text: string][] = [
  ['voice', 'Rest now!'],
  ['voice', 'Rest now \u{1F642}.'],
  ['jargon', 'It is an attachment thing.'],
  ['jargon', 'Some call it toxic.'],
  ['gender', 'Let him rest.'],
  ['gender', 'Rest with your partner.'],
  ['promise', 'They will come back.'],
  ['promise', 'This is proven to work.'],
  ['promise', 'You are always right.'],
  ['C6 advice', 'Find a way to win them back.'],
  ['C6 advice', 'You could check their phone.'],
  ['C6 advice', 'Go and confront them.'],
  ['claims', 'It helps 90 percent of people.'],
  ['claims', 'As Gottman says, rest.'],
  ['suicide words', 'Some commit suicide.'],
  ['not a person', 'Thank you for telling us.'],
  ['numbered notes', 'As we said yesterday, rest.'],
  ['numbered notes', 'Look at day 4 again.'],
  ['check-in line', 'How are you, from 1 to 5?'],
  ['X15 locks', 'This is locked for you.'],
  ['long writing', 'You could write a letter.'],
];
const inMail = new Set([17]);
const inNote = new Set([16]);

const rulesIn = (files: Record<string, string>): string[] => findingsIn(files).map(({ rule }) => rule);
const filesFor = (text: string, index: number): Record<string, string> =>
  inMail.has(index)
    ? note({ email: `${text} ${'Rest a bit on a slow day. '.repeat(25)}` })
    : inNote.has(index)
      ? note({ sms: text })
      : topic(text);

describe('wording', () => {
  it('has a failing example for every row of the table', () => {
    expect(breaches.map(([rule]) => rule)).toEqual(wordingRules.map(({ rule }) => rule));
  });

  it.each(breaches.map(([rule, text], index) => ({ rule, text, index })))('refuses "$text" ($rule)', ({ rule, text, index }) => {
    expect(rulesIn(filesFor(text, index))).toContain(rule);
  });

  const sound = [
    'They may come back, or not.',
    'There is no proof that they will stay.',
    'Do not check their phone.',
    'Their words count as well.',
    'Make a cup of tea. The heart can rest.',
    'One small thing per day is plenty.',
    'Human care helps. A manual task can calm you.',
  ];
  it.each(sound)('lets "%s" stand', (text) => {
    expect(rulesIn(topic(text))).toEqual([]);
  });
});

/** Guard → an idea that asks for it, a text without it, and one with it. */
const guarded: Record<string, { id: string; bare: string; shown: string }> = {
  'safe-word': { id: 'A2.67', bare: 'Good faith has an end.', shown: 'Good faith has an end. Harmed? Text SAFE.' },
  'fear-check': { id: 'A3.21', bare: 'Rows flare up.', shown: 'Rows flare up. Scared of them? Text SAFE.' },
  unharmed: { id: 'A1.3', bare: 'Be kind to them.', shown: 'Be kind to them, but not to a person who harms you.' },
  'own-turn': { id: 'A1.17', bare: 'Let them speak first.', shown: 'Let them speak first. Your turn comes next.' },
  'own-hurt': { id: 'A1.27', bare: 'Look at their load.', shown: 'Look at their load. Your own hurt counts too.' },
  'own-health': { id: 'A1.38', bare: 'Be a steady lamp.', shown: 'Be a steady lamp, but guard your own health.' },
  hedged: { id: 'A1.28', bare: 'The gap ends.', shown: 'The gap may end.' },
  'some-people': { id: 'A4.11', bare: 'They learned to hide.', shown: 'Some people learned to hide.' },
  conduct: { id: 'A2.69', bare: 'Lean on their good heart.', shown: 'Lean on their good heart where deeds fit.' },
  'no-self-blame': { id: 'A3.42', bare: 'Look at yourself.', shown: 'Look at your own share, with no blame.' },
  'takes-both': { id: 'A3.64', bare: 'Trust grows back.', shown: 'Trust can grow back when both work at it.' },
  'weak-link': { id: 'A4.10', bare: 'Early bonds shape love.', shown: 'Early bonds may shape love a little.' },
  seldom: { id: 'A4.74', bare: 'Reach out calmly.', shown: 'Reach out calmly, once.' },
  often: { id: 'A4.84', bare: 'Fear is the cause.', shown: 'Fear is often the cause.' },
};

describe('guards', () => {
  it('has an example for every guard of the table and the plan', () => {
    const planned = [...baseFile('content/plan.yaml').matchAll(/: (?:care|safety) \S+ \S+ (\S+)$/gm)].map(([, guard]) => guard!);
    expect(planned).toHaveLength(36);
    expect(new Set(Object.keys(guarded))).toEqual(new Set([...Object.keys(guardPatterns), ...planned]));
  });

  it.each(Object.entries(guarded))('asks for "%s" to show', (_, { id, bare, shown }) => {
    const all = { ...topic(bare, { lockedBy: '[safe, noContact]' }, id) };
    expect(rulesIn(all)).toContain('guards');
    expect(rulesIn(topic(shown, { lockedBy: '[safe, noContact]' }, id))).not.toContain('guards');
  });

  it('never lets a text declare itself weaker than its ideas', () => {
    const { content } = compileWith(topic('Harmed? Text SAFE.', {}, 'A2.67 | care'));
    expect(content.topics.hope!.cards[0]!.guard).toBe('safety');
  });
});

describe('lines a text must carry (C7)', () => {
  it.each(requirements.filter(({ text }) => text.source.startsWith('^topic')).map(({ text, mend }) => ({ text, mend })))(
    'refuses a bare text for $text',
    ({ text }) => {
      const id = /\\\.\(?([a-z]+)/.exec(text.source)![1]!;
      const number = Number(/\\\.(\d)/.exec(text.source)![1]);
      const cards = Array.from({ length: number }, (_, index) =>
        index === 0 ? 'Rest a bit.' : `\n## card ${index + 1}\n\nSit down.`,
      ).join('\n');
      expect(rulesIn(topic(cards, { id, keyword: 'ABC' }))).toContain('C7 lines');
    },
  );

  const phrases: [string, string, string | RegExp, string][] = [
    ['join.md', 'STOP from a sign-up (O11)', 'SLOWER, PAUSE or STOP at any time.', 'SLOWER or PAUSE at any time.'],
    ['join.md', 'the frequency from a sign-up (O11)', 'up to 1 a day', 'now and then'],
    ['join.md', 'the safety line from a sign-up', 'Is anyone making you feel unsafe? Text SAFE.', ''],
    ['join.md', 'the question about contact (X18)', 'Asked not to get in touch? Text NOCONTACT.', ''],
    ['join.md', 'consent for the UK (O12)', 'GO is your clear consent to these texts.', 'GO is your yes.'],
    ['opt-out.md', 'the crisis line from an opt-out', 'If you need a person, {crisis}.', ''],
    ['service.md', 'the notice of an automated line (X12)', 'We are an automated line. Nobody reads or acts on texts here.', 'Hello.'],
    ['crisis.md', 'the rest of notes (X5)', 'Your notes rest until you text RESUME.', ''],
    ['crisis.md', 'the emergency line', 'In danger now? {emergency}.', ''],
    ['check-in.md', 'THERAPY from two lows', 'THERAPY lists', 'MENU lists'],
    ['service.md', 'nothing, and adds a flag to STATUS (X14)', 'Notes are on.', 'Notes are on, under SAFE.'],
    ['settings.md', 'nothing, and adds a flag to MY DATA (P1)', 'Notes on or off.', 'A safety flag.'],
  ];
  it.each(phrases)('in %s refuses a text that leaves out %s', (file, _, from, to) => {
    const path = `content/phrases/${file}`;
    expect(rulesIn({ [path]: baseFile(path).replaceAll(from, to) })).toContain('C7 lines');
  });
});

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
