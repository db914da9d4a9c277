import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { problemAt, showProblem } from '@breathing-room/core/content/problem';
import { readSections } from '@breathing-room/core/content/sections';
import { readSettings } from '@breathing-room/core/content/settings';
import { wrap } from '@breathing-room/core/content/show/preview';
import { plainTypography } from '@breathing-room/core/content/typography';
import * as z from 'zod';

const finding = { rule: 'r', message: 'm', mend: 'n' };

describe('laws of the content tools', () => {
  test.prop([fc.string({ unit: 'grapheme' })])('typography never moves a character', (text) => {
    expect(plainTypography(text)).toHaveLength(text.length);
  });

  test.prop([fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') })), fc.nat()])(
    'line and column lead back to the offset',
    (parts, seed) => {
      const text = `${parts.join('\n')}x`;
      const offset = seed % text.length;
      const { line, column } = problemAt({ path: 'p', text }, offset, finding);
      const before = text
        .split('\n')
        .slice(0, line - 1)
        .reduce((sum, row) => sum + row.length + 1, 0);
      expect(before + column - 1).toBe(offset);
    },
  );

  test.prop([fc.string(), fc.nat(), fc.nat({ max: 400 })])('a finding can be shown for any text, place and width', (text, seed, width) => {
    const offset = text.length === 0 ? 0 : seed % text.length;
    expect(
      showProblem(problemAt({ path: 'p', text }, offset, { ...finding, width }))
        .split('\n')
        .at(-1),
    ).toBe('    mend: n');
  });

  test.prop([fc.string()])('reading any file ends, and each section stands where it says', (text) => {
    const { sections } = readSections({ path: 'p', text });
    for (const { body, offset, headingOffset } of sections) {
      expect(text.slice(offset, offset + body.length)).toBe(body);
      expect(text.slice(headingOffset).startsWith('##') || /^[^\n]*\n-/.test(text.slice(headingOffset))).toBe(true);
    }
  });

  test.prop([fc.string()], { examples: [['># ']] })('any settings are read or refused with a place inside the file', (text) => {
    const { value, problems } = readSettings({ source: { path: 'p', text }, text, offset: 0 }, z.strictObject({ id: z.string() }));
    expect(value !== undefined || problems.length > 0).toBe(true);
    const lines = text.split('\n').length;
    expect(problems.every(({ line, column }) => line >= 1 && line <= lines && column >= 1)).toBe(true);
  });

  test.prop([fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 })])('a bubble keeps every word and its width', (words) => {
    const rows = wrap(words.join(' '), 20);
    expect(rows.join(' ')).toBe(words.join(' '));
    expect(rows.every((row) => row.length <= 20)).toBe(true);
  });
});
