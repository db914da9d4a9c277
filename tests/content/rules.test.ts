import { describe, expect, it } from 'vitest';
import { guardPatterns } from '@breathing-room/core/content/lint/guards';
import { requirements } from '@breathing-room/core/content/lint/required-words';
import { wordingRules } from '@breathing-room/core/content/lint/wording-rules';
import { baseFile, compileWith, findingsIn, note, topic } from './planted.ts';

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
  ['spelling', 'Their behaviour hurts.'],
  ['inclusive', 'Have a glass of wine.'],
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

  const unwise = [
    'Just be patient.',
    'Do not give up on them.',
    'Make them jealous.',
    'Make them miss you.',
    'Try the no contact rule.',
    'Keep trying.',
    'Show up unasked.',
    'Track their phone.',
    'Spy on them.',
    'Follow them home.',
    'Test them a little.',
    'Read their messages.',
    'You could leave tonight.',
  ];
  it.each(unwise)('refuses the advice "%s" (C6)', (text) => {
    expect(rulesIn(topic(text))).toContain('C6 advice');
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
