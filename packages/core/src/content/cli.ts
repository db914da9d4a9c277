import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Region } from '../domain/region.ts';
import { compileContent, type Compiled } from './compile-content.ts';
import type { LintOptions } from './lint/lint-content.ts';
import { isError, showProblem } from './problem.ts';
import { showBook } from './show/book.ts';
import { showConsoleTexts } from './show/console-texts.ts';
import { findBrowser, printBook } from './show/print-book.ts';
import { showPreview } from './show/preview.ts';
import { showStats, totalLines } from './show/stats.ts';
import { writeCompiled } from './write-compiled.ts';

const help = `Compile and check the words in content/.

  npm run content                   check everything and write packages/core/generated
  npm run content -- --watch        the same after every change
  npm run content -- --stats        count every text, topic and programme
  npm run content -- --complete     what is still missing is an error
  npm run content -- --release      also: help lines verified, files signed
  npm run content -- --only <path>  show findings of files whose path holds this
  npm run content -- preview <id>   show a text as it arrives (--region UK)
  npm run content -- book           write the book for reviewers (--out book.html)
  npm run content -- console        texts to paste into the provider's console
                                    (--region US --service "Name" --privacy example.org/privacy)

Exit code: 0 fine, 1 something to mend, 2 the command was not understood.`;

const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));
const options = {
  help: { type: 'boolean', short: 'h' },
  watch: { type: 'boolean' },
  stats: { type: 'boolean' },
  complete: { type: 'boolean' },
  release: { type: 'boolean' },
  only: { type: 'string' },
  region: { type: 'string', default: 'US' },
  out: { type: 'string', default: 'book.html' },
  service: { type: 'string', default: 'Breathing Room' },
  privacy: { type: 'string', default: 'example.org/privacy' },
  root: { type: 'string', default: projectRoot },
} as const;

type Flags = ReturnType<typeof readFlags>['values'];
const readFlags = (argv: string[]) => parseArgs({ args: argv, options, allowPositionals: true });

/** Runs one command; the exit code. */
export async function runContent(argv: string[], say: (line: string) => void = console.log): Promise<number> {
  let read: ReturnType<typeof readFlags>;
  try {
    read = readFlags(argv);
  } catch (error) {
    return misunderstood(say, error instanceof Error ? error.message : String(error));
  }
  const {
    values: flags,
    positionals: [command = 'check', id],
  } = read;
  if (flags.help === true) return answer(say, help, 0);
  if (command === 'check') return flags.watch === true ? watchContent(flags, say) : check(flags, say);
  if (command === 'preview') return preview(flags, id, say);
  if (command === 'book') return book(flags, say);
  if (command === 'console') return consoleTexts(flags, say);
  return misunderstood(say, `There is no command "${command}".`);
}

const misunderstood = (say: (line: string) => void, why: string): number => answer(say, `${why}\n\n${help}`, 2);

function answer(say: (line: string) => void, words: string, code: number): number {
  say(words);
  return code;
}

async function check(flags: Flags, say: (line: string) => void): Promise<number> {
  const startedAt = performance.now();
  const lint: LintOptions = {
    complete: flags.complete === true,
    ...(flags.release === true ? { releaseOn: new Date().toISOString().slice(0, 10) } : {}),
  };
  const compiled = await compileContent({ root: flags.root, ...lint });
  for (const problem of compiled.problems.filter(({ file }) => file.includes(flags.only ?? ''))) say(`${showProblem(problem)}\n`);
  if (flags.stats === true) say(`${showStats(compiled)}\n`);
  else for (const line of totalLines(compiled)) say(line);
  await writeCompiled({ root: flags.root, compiled });
  const errors = compiled.problems.filter(isError).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(
    `${errors === 0 ? 'All texts keep the rules' : `${errors} to mend`}, ${compiled.problems.length - errors} notes, version ${compiled.content.version}, ${seconds} s`,
  );
  return errors === 0 ? 0 : 1;
}

async function watchContent(flags: Flags, say: (line: string) => void): Promise<number> {
  await check(flags, say);
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => void check(flags, say).catch((error: unknown) => say(String(error)));
  watch(join(flags.root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(again, 150);
  });
  say('Watching content/. Press Ctrl+C to end.');
  return new Promise(() => undefined);
}

async function preview(flags: Flags, id: string | undefined, say: (line: string) => void): Promise<number> {
  const region = Region.safeParse(flags.region.toUpperCase());
  if (id === undefined || !region.success)
    return misunderstood(say, id === undefined ? 'preview needs the id of a text.' : `There is no region "${flags.region}".`);
  const shown = showPreview(await compileContent({ root: flags.root }), id, region.data);
  say(shown ?? `There is no text "${id}". Ids look like space, topic.space.1, patience.n4, optout.done.`);
  return shown === undefined ? 1 : 0;
}

async function consoleTexts(flags: Flags, say: (line: string) => void): Promise<number> {
  const region = Region.safeParse(flags.region.toUpperCase());
  if (!region.success) return misunderstood(say, `There is no region "${flags.region}".`);
  say(showConsoleTexts(await compileContent({ root: flags.root }), { serviceName: flags.service, privacyUrl: flags.privacy }, region.data));
  return 0;
}

async function book(flags: Flags, say: (line: string) => void): Promise<number> {
  const compiled: Compiled = await compileContent({ root: flags.root });
  writeFileSync(flags.out, showBook(compiled));
  const browser = findBrowser(process.env.CHROMIUM_PATH);
  const pdf = flags.out.replace(/(\.html)?$/, '.pdf');
  if (browser !== undefined) await printBook(browser, flags.out, pdf);
  say(
    browser === undefined
      ? `Wrote ${flags.out}. No browser was found, so there is no PDF; CHROMIUM_PATH may name one.`
      : `Wrote ${flags.out} and ${pdf}.`,
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await runContent(process.argv.slice(2));
