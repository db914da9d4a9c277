import { describe, expect, it } from 'vitest';
import { showProblem } from '@breathing-room/core/content/problem';
import { baseFile, findingsIn, note, noteFile, topic, topicFile } from './planted.ts';

interface Planted {
  fault: string;
  files: Record<string, string>;
  rule: string;
  at: string;
  mend: RegExp;
}

const phrases = 'content/phrases/settings.md';
const us = 'content/helplines/us.yaml';
const withLine = (path: string, from: string | RegExp, to: string): Record<string, string> => ({
  [path]: baseFile(path).replace(from, to),
});

const lineOf = (path: string, words: string): number =>
  baseFile(path)
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

const planted: Planted[] = [
  {
    fault: 'a setting with a wrong value',
    files: topic('Rest a little.', { group: 'rest' }),
    rule: 'settings',
    at: `${topicFile}:6:8`,
    mend: /content\/README\.md/,
  },
  {
    fault: 'a misspelt setting',
    files: topic('Rest a little.', { tittle: 'Hope' }),
    rule: 'settings',
    at: `${topicFile}:12:1`,
    mend: /spelling/,
  },
  {
    fault: 'a title that YAML cuts at a sign',
    files: topic('Rest a little.', { title: 'Hope. #1 step' }),
    rule: 'settings',
    at: `${topicFile}:5:14`,
    mend: /quotes/,
  },
  {
    fault: 'broken YAML',
    files: topic('Rest a little.', { also: '[FUTURE' }),
    rule: 'settings',
    at: `${topicFile}:5:1`,
    mend: /key: value/,
  },
  {
    fault: 'a value that begins with a star',
    files: topic('Rest a little.', { title: '*Hope' }),
    rule: 'settings',
    at: `${topicFile}:5:8`,
    mend: /quotes/,
  },
  {
    fault: 'no settings block',
    files: { [topicFile]: '## card 1\n\nRest a little.\n' },
    rule: 'settings',
    at: `${topicFile}:1:1`,
    mend: /---/,
  },
  {
    fault: 'a heading that is no card',
    files: topic('Rest.\n\n## crad 2\n\nRest more.'),
    rule: 'format',
    at: `${topicFile}:18:1`,
    mend: /card 2/,
  },
  {
    fault: 'a card number left out',
    files: topic('Rest.\n\n## card 3\n\nRest more.'),
    rule: 'format',
    at: `${topicFile}:18:1`,
    mend: /without gaps/,
  },
  { fault: 'formatting in an SMS', files: topic('Rest **now** and then.'), rule: 'format', at: `${topicFile}:16:6`, mend: /formatting/ },
  {
    fault: 'two paragraphs in an SMS',
    files: topic('Rest now.\n\nThen rest more.'),
    rule: 'format',
    at: `${topicFile}:18:1`,
    mend: /join the paragraphs/,
  },
  {
    fault: 'a stray text before the first card',
    files: { [topicFile]: topic('Rest.')[topicFile]!.replace('## card 1', 'Lost words.\n\n## card 1') },
    rule: 'format',
    at: `${topicFile}:14:1`,
    mend: /heading/,
  },
  {
    fault: 'unknown marks in the braces',
    files: topic('Rest.', {}, 'A1.1 | strict'),
    rule: 'format',
    at: `${topicFile}:14:1`,
    mend: /lock safe/,
  },
  { fault: 'a gap nobody fills', files: topic('Rest, or {hotline}.'), rule: 'C8 gaps', at: `${topicFile}:16:10`, mend: /\{crisis\}/ },
  {
    fault: 'a letter outside GSM-7',
    files: topic('Rest in the caf\u00ea today.'),
    rule: 'C1 GSM-7',
    at: `${topicFile}:16:16`,
    mend: /plain letter/,
  },
  {
    fault: 'a phone number in a text',
    files: topic('Rest, or call 1-800-799-7233 now.'),
    rule: 'X7 numbers',
    at: `${topicFile}:16:15`,
    mend: /\{abuse\}/,
  },
  {
    fault: 'an emergency number in a text',
    files: topic('Rest, or call 911 now.'),
    rule: 'X7 numbers',
    at: `${topicFile}:16:15`,
    mend: /region/,
  },
  {
    fault: 'a shortened link',
    files: topic('Read bit.ly/abc today.'),
    rule: 'C4 links',
    at: `${topicFile}:16:6`,
    mend: /no shortened links/,
  },
  {
    fault: 'a reserved word invited back',
    files: topic('For more, text START to us.'),
    rule: 'C5 reserved',
    at: `${topicFile}:16:16`,
    mend: /never invite/,
  },
  {
    fault: 'a reserved synonym',
    files: topic('Rest.', { also: '[FUTURE, END]' }),
    rule: 'keywords',
    at: `${topicFile}:4:16`,
    mend: /another word/,
  },
  {
    fault: 'a word two topics claim',
    files: { ...topic('Rest.'), ...topic('Sit down.', { id: 'calm', keyword: 'FUTURE', allowedUnderSafe: 'true', lockedBy: '[]' }) },
    rule: 'keywords',
    at: `${topicFile}:4:8`,
    mend: /one topic only/,
  },
  {
    fault: 'a next word nobody answers',
    files: topic('Rest.', { next: '[NOWHERE]' }),
    rule: 'next words',
    at: `${topicFile}:10:8`,
    mend: /keyword of a topic/,
  },
  { fault: 'capitals for stress', files: topic('You are SO strong.'), rule: 'capitals', at: `${topicFile}:16:9`, mend: /small letters/ },
  {
    fault: 'a sentence of 16 words',
    files: topic('Rest. One two three four five six seven eight nine ten lamp oak elm ash fir yew.'),
    rule: 'sentence length',
    at: `${topicFile}:16:7`,
    mend: /two sentences/,
  },
  {
    fault: 'an idea that does not exist',
    files: topic('Rest.', {}, 'A9.99'),
    rule: 'coverage',
    at: `${topicFile}:14:12`,
    mend: /plan\.yaml/,
  },
  {
    fault: 'a care idea without its guard',
    files: topic('They are torn. Rest.', {}, 'A2.29'),
    rule: 'guards',
    at: `${topicFile}:16:1`,
    mend: /may/,
  },
  {
    fault: 'a telling word in a pushed text',
    files: note({ sms: 'Take it slowly. Your partner may see it later.' }),
    rule: 'C3 discretion',
    at: `${noteFile}:11:22`,
    mend: /neutrally/,
  },
  {
    fault: 'a plain word in the first 40 characters',
    files: note({ sms: 'This hurts, and that is allowed. Rest.' }),
    rule: 'C3 opening',
    at: `${noteFile}:11:6`,
    mend: /neutral sentence/,
  },
  {
    fault: 'a soft text that reaches out',
    files: note({ 'sms soft': 'Rest first. Then text them one kind line.' }, { outreach: 'true' }),
    rule: 'X18 contact',
    at: `${noteFile}:15:18`,
    mend: /alone/,
  },
  {
    fault: 'a check-in without its reply',
    files: note({ low: 'Rest.', mid: 'Fine.' }, { checkIn: 'true' }),
    rule: 'format',
    at: `${noteFile}:1:1`,
    mend: /## high/,
  },
  { fault: 'a wrong lock', files: topic('Rest.', { lockedBy: '[]' }), rule: 'locks', at: `${topicFile}:8:11`, mend: /add "safe"/ },
  {
    fault: 'a topic opened under SAFE',
    files: topic('Rest.', { allowedUnderSafe: 'true' }),
    rule: 'locks',
    at: `${topicFile}:7:19`,
    mend: /false/,
  },
  {
    fault: 'a missing phrase',
    files: withLine(phrases, /## later\.done\n\n.*\n/, ''),
    rule: 'phrases',
    at: 'content/phrases/check-in.md:1:1',
    mend: /later\.done/,
  },
  {
    fault: 'a phrase nobody asked for',
    files: withLine(phrases, '## later.done', '## later.gone'),
    rule: 'phrases',
    at: `${phrases}:${lineOf(phrases, '## later.done')}:1`,
    mend: /phrase-id/,
  },
  {
    fault: 'a gap the service does not hand to this phrase',
    files: withLine(phrases, 'The next note waits', 'In {days} days it goes on. The next note waits'),
    rule: 'C8 gaps',
    at: `${phrases}:${lineOf(phrases, 'The next note waits')}:10`,
    mend: /\{when\}/,
  },
  {
    fault: 'a help line that was withdrawn',
    files: withLine(
      us,
      'reach: "1-800-799-7233, thehotline.org, or text 88788"',
      'reach: "1-800-799-7233, thehotline.org, or text 88788"\n    withdrawn: true',
    ),
    rule: 'help lines',
    at: `${us}:5:8`,
    mend: /add the line/,
  },
  {
    fault: 'a region with nothing to say',
    files: withLine(us, 'silent: "text 911"', 'silent: ""'),
    rule: 'C8 gaps',
    at: `${us}:8:9`,
    mend: /short phrase/,
  },
  {
    fault: 'a zone that does not exist',
    files: withLine('content/towns.yaml', 'America/Boise', 'America/Boisee'),
    rule: 'towns',
    at: `content/towns.yaml:${lineOf('content/towns.yaml', 'America/Boise')}:1`,
    mend: /America\/Denver/,
  },
];

describe('planted faults', () => {
  it.each(planted)('names file, line, column and the mend of $fault (C9)', ({ files, rule, at, mend }) => {
    const found = findingsIn({ 'content/phrases/check-in.md': baseFile('content/phrases/check-in.md'), ...files }).filter(
      (problem) => problem.rule === rule,
    );
    expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(at);
    expect(found.map((problem) => problem.mend).join('\n')).toMatch(mend);
  });

  it('reports every fault of a file at once', () => {
    const found = findingsIn(topic('They will come back! Call 911 SO fast.', { next: '[NOWHERE]' }));
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['next words', 'promise', 'voice', 'X7 numbers', 'capitals']));
  });

  it('finds nothing in sound files', () => {
    expect(findingsIn({ ...topic('Rest a little, with a warm cup.'), ...note() })).toEqual([]);
  });

  it('shows the line, a caret under the words and the mend (C9)', () => {
    const [problem] = findingsIn(topic('Rest. They will come back.'));
    expect(showProblem(problem!)).toBe(
      [
        `${topicFile}:16:7 error promise: "They will come back": a promise`,
        '    Rest. They will come back.',
        '          ^^^^^^^^^^^^^^^^^^^',
        '    mend: write "may", "can" or "some"',
      ].join('\n'),
    );
  });
});
