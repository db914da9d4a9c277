import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeFiles, filesUnder } from './source-files.ts';

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** Pages that are read in one go stay that short. */
const pages: [path: string, mostLines: number][] = [
  ['README.md', 90],
  ['CONTRIBUTING.md', 120],
  ['docs/architecture.md', 160],
];

describe('the length of', () => {
  test('a file of code is 300 lines at most', () => {
    const long = codeFiles().filter(({ text }) => linesOf(text) > 300);
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([]);
  });

  test.each(pages.filter(([path]) => existsSync(path)))('%s is %i lines at most', (path, mostLines) => {
    expect(linesOf(readFileSync(path, 'utf8'))).toBeLessThanOrEqual(mostLines);
  });

  test('a decision is a short page that says what was unclear, what we chose, why, and what would change it', () => {
    const decisions = filesUnder(['docs/decisions'], /\.md$/);
    const parts = ['# ', '**Unclear.**', '**Chosen.**', '**Why.**', '**Would change it.**'];
    const unfit = decisions.filter(({ text }) => linesOf(text) > 25 || parts.some((part) => !text.includes(part)));
    expect(unfit.map(({ path }) => path)).toEqual([]);
    expect(decisions.length).toBeGreaterThan(10);
  });
});
