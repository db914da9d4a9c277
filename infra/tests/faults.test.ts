import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faults } from '../faults/faults.ts';

it('every known fault still has the place it is planted in, and a name of its own', () => {
  const lost = faults.filter(({ file, find = '' }) => file !== undefined && (find === '' || !readFileSync(file, 'utf8').includes(find)));
  expect(lost.map(({ name }) => name)).toEqual([]);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

it('the page on deploying says how many there are', () => {
  expect(readFileSync('docs/deploy.md', 'utf8')).toContain(`plants ${faults.length} mistakes`);
});
