import * as z from 'zod';
import { understand } from '../domain/understand.ts';
import { explain } from './explain.ts';
import { readLexicon } from './read-lexicon.ts';
import { scoreMeaning, stateNamed } from './score-line.ts';

/**
 * `npm run -s understand [-- --why]`: JSON lines in, one JSON line out per line in. Reads with the same
 * function and thresholds as a text that arrives by phone. A line that is no JSON is read as the text itself.
 */
const Line = z.object({ id: z.unknown().optional(), text: z.unknown().optional(), state: z.unknown().optional() });

const why = process.argv.includes('--why');
const lexicon = await readLexicon();

const parsed = (line: string): z.infer<typeof Line> => {
  try {
    const read = Line.safeParse(JSON.parse(line));
    return read.success ? read.data : { text: line };
  } catch {
    return { text: line };
  }
};

const answer = (line: string): string => {
  const { id, text, state } = parsed(line);
  const said = typeof text === 'string' ? text : '';
  const meaning = understand(said, stateNamed(state), lexicon);
  const scored = { id: id ?? null, ...scoreMeaning(meaning) };
  return JSON.stringify(why ? { ...scored, why: explain(said, meaning, lexicon) } : scored);
};

/** Lines end at LF alone: Node's readline also breaks at U+2028, which JSON allows inside a string. */
const answerAll = async (): Promise<void> => {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of process.stdin) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) await write(line);
  }
  if (rest !== '') await write(rest);
};

const write = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${answer(line.replace(/\r$/, ''))}\n`)) await new Promise((done) => process.stdout.once('drain', done));
};

await answerAll();
