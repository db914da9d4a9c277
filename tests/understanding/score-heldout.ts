import { readLexicon } from '../../packages/core/src/meaning/read-lexicon.ts';
import { readHeldout, type Half } from './heldout-rows.ts';
import { measure, readRows, type Figure, type ReadRow } from './heldout-table.ts';

/**
 * `npx tsx tests/understanding/score-heldout.ts [--failures]`: the table of aims over texts by authors who had not
 * seen the rules. Failures are printed for half A only: half B stays unseen, so that its figures stay honest.
 */
const lexicon = await readLexicon();
const tables = (['a', 'b'] satisfies Half[]).map((half) => measure(readRows(readHeldout(half), lexicon)));
const [a = [], b = []] = tables;

const said = ({ rows, hits }: Figure): string =>
  `${((100 * hits.length) / Math.max(1, rows.length)).toFixed(1).padStart(6)} % ${`${hits.length}/${rows.length}`.padStart(8)}`;

const missesOf = ({ rows, hits, ceiling }: Figure): ReadRow[] => (ceiling === true ? hits : rows.filter((row) => !hits.includes(row)));

const worst = (figure: Figure, by: (row: ReadRow) => string, most: number): string => {
  const counts = new Map<string, number>();
  for (const row of missesOf(figure)) counts.set(by(row), (counts.get(by(row)) ?? 0) + 1);
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
};

process.stdout.write(`${'aim'.padEnd(36)} ${'must'.padEnd(6)} ${'half A'.padStart(17)} ${'half B'.padStart(17)}\n`);
a.forEach((figure, at) => {
  const other = b[at];
  process.stdout.write(`${figure.name.padEnd(36)} ${figure.must.padEnd(6)} ${said(figure)} ${other === undefined ? '' : said(other)}\n`);
});

tables.forEach((figures, at) => {
  process.stdout.write(`\nMost misses in half ${at === 0 ? 'A' : 'B'}, by class and by voice\n`);
  for (const figure of figures.filter((each) => missesOf(each).length > 0)) {
    process.stdout.write(
      `  ${figure.name}: ${worst(figure, ({ group, label }) => (group === 'topic' || group === 'typo' ? label : `${group} ${label}`), 8)} | ${worst(figure, ({ voice }) => voice, 4)}\n`,
    );
  }
});

if (process.argv.includes('--failures')) {
  for (const figure of a) {
    process.stdout.write(`\n== ${figure.name}\n`);
    for (const row of missesOf(figure))
      process.stdout.write(
        `${row.voice} ${row.label}: ${row.text.slice(0, 170)} -> ${JSON.stringify(row.scored)} [${row.meaning.rule}: ${row.meaning.because}]\n`,
      );
  }
}
