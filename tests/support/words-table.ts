import { readFileSync } from 'node:fs';

/** One word in one state, as docs/words.md has it; `—` is an empty reply and ledger. */
export interface WordRow {
  word: string;
  state: string;
  effect: string;
  reply: string | undefined;
  ledger: string | undefined;
  hold: string;
}

const orNothing = (cell: string): string | undefined => (cell === '—' ? undefined : cell);

/** Reads the table and spreads `any` and `others` over the states; a named state beats `others`. */
export function readWordsTable(states: readonly string[]): WordRow[] {
  const lines = readFileSync('docs/words.md', 'utf8').split('\n## Table\n')[1]!.split('\n## ')[0]!.split('\n');
  const rows = lines.filter((line) => line.startsWith('| `')).flatMap(rowsOf);
  const named = new Set(rows.filter(({ state }) => state !== 'others').map(({ word, state }) => `${word}|${state}`));
  return rows.flatMap((row) => spread(row, states, named));
}

function rowsOf(line: string): WordRow[] {
  const [words = '', named = '', effect = '', reply = '', ledger = '', hold = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const each = [...words.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  return each.flatMap((word) =>
    named.split(' ').map((state) => ({ word, state, effect, reply: orNothing(reply), ledger: orNothing(ledger), hold })),
  );
}

function spread(row: WordRow, states: readonly string[], named: ReadonlySet<string>): WordRow[] {
  if (row.state !== 'any' && row.state !== 'others') return [row];
  const taken = (state: string): boolean => row.state === 'others' && (named.has(`${row.word}|${state}`) || named.has(`${row.word}|any`));
  return states.filter((state) => !taken(state)).map((state) => ({ ...row, state }));
}
