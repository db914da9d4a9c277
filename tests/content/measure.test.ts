import { describe, expect, it } from 'vitest';
import { measure } from '@breathing-room/core/content/measure';
import { plainTypography } from '@breathing-room/core/content/typography';
import { compileWith, findingsIn, note, topic } from './planted.ts';

/** A text of this length in plain words and short sentences. */
const ofLength = (length: number): string =>
  `${'Rest a bit. '
    .repeat(60)
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length - 1, 'x')}.`;
const rulesOf = (files: Record<string, string>): string[] =>
  findingsIn(files)
    .filter(({ rule }) => rule === 'C1 parts')
    .map(({ level, message }) => `${level}: ${message}`);

const cards: [number, string[]][] = [
  [306, []],
  [307, ['note: 307 characters, 3 parts; aim at 2']],
  [459, ['note: 459 characters, 3 parts; aim at 2']],
  [460, ['error: 460 characters, 4 parts; 3 are allowed']],
];

describe('parts of a text (C1)', () => {
  it.each(cards)('judges a card of %i characters', (length, findings) => {
    expect(rulesOf(topic(ofLength(length)))).toEqual(findings);
  });

  it('counts the number before a note and every line that may follow it', () => {
    const room = 306 - 'Note 28. '.length - ' Still useful? PAUSE to rest.'.length;
    expect(rulesOf(note({ sms: ofLength(room) }))).toEqual([]);
    expect(rulesOf(note({ sms: ofLength(room + 1) }))).toHaveLength(1);
    const replies = { low: 'Rest a bit.', mid: 'That is fine.', high: 'Good to know.' };
    const tail = ' How are you? Text 1 to 5. 1 = very low, 5 = good.'.length;
    expect(rulesOf(note({ sms: ofLength(room - tail), ...replies }, { checkIn: 'true' }))).toEqual([]);
    expect(rulesOf(note({ sms: ofLength(room - tail + 1), ...replies }, { checkIn: 'true' }))).toHaveLength(1);
  });

  it('measures with the longest help line of any region', () => {
    const compiled = compileWith(topic('Rest, or {crisis}.'));
    const text = compiled.texts.find(({ id }) => id === 'topic.hope.1')!;
    const longest = Math.max(...Object.values(compiled.content.helplines).map(({ crisis }) => crisis.length));
    expect(measure(text, compiled.content)).toMatchObject({ characters: 'Rest, or .'.length + longest, region: 'AU' });
  });

  it('counts a sign of the extension table twice', () => {
    expect(rulesOf(topic(`${ofLength(305)}~`))).toHaveLength(1);
  });

  it('refuses more than three parts of Spanish, at 67 characters each', () => {
    const spanish = (length: number) => topic(`Rest a bit.\n\n## card 1 es\n\n${'á'.repeat(length)}`);
    expect(rulesOf(spanish(201))).toEqual([]);
    expect(rulesOf(spanish(202))).toHaveLength(1);
  });

  it('replaces the typing of word processors, sign for sign', () => {
    const typed = '\u201CI\u2019m here\u201D \u2013 rest\u00A0now';
    expect(plainTypography(typed)).toBe('"I\'m here" - rest now');
    expect(findingsIn(topic(typed))).toEqual([]);
  });
});
