import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../domain/content.ts';
import type { Lexicon } from '../domain/lexicon.ts';
import type { ContentText } from './content-text.ts';
import { buildLexicon } from './build-lexicon.ts';
import { lintContent, type LintOptions } from './lint/lint-content.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { readHelplines, type HelplineDraft } from './read/helplines.ts';
import { readPhrases } from './read/phrases.ts';
import { readPlan, type Plan } from './read/plan.ts';
import { readProgramme, type ProgrammeDraft } from './read/programme.ts';
import { readTopic, type TopicDraft } from './read/topic.ts';
import { readTowns } from './read/towns.ts';
import { readSources, sourcesIn, type SourceFile } from './source-file.ts';

/** Everything read, with places: what the rules and the reports look at. */
export interface ContentDraft {
  content: Content;
  plan: Plan;
  texts: ContentText[];
  topics: TopicDraft[];
  programmes: ProgrammeDraft[];
  helplines: HelplineDraft[];
}

export interface Compiled extends ContentDraft {
  lexicon: Lexicon;
  problems: Problem[];
}

const sourceRunsFile = 'tests/content/fixtures/source-7grams.sha256-10.txt';

/** Compiles content/ under `root` and checks it. A file that cannot be read is left out and told among the problems. */
export async function compileContent({ root, ...options }: { root: string } & LintOptions): Promise<Compiled> {
  const runs = await readFile(join(root, sourceRunsFile), 'utf8').catch(() => '');
  return compileSources(await readSources(root), { sourceRuns: new Set(runs.split('\n').filter((line) => line !== '')), ...options });
}

/** The same for files at hand. */
export function compileSources(sources: readonly SourceFile[], options: LintOptions = {}): Compiled {
  const { draft, problems } = readDraft(sources);
  return { ...draft, lexicon: buildLexicon(draft.content), problems: inReadingOrder([...problems, ...lintContent(draft, options)]) };
}

function readDraft(sources: readonly SourceFile[]): { draft: ContentDraft; problems: Problem[] } {
  const { plan, problems: planProblems } = readPlan(sources.find(({ path }) => path === 'content/plan.yaml'));
  const topicReads = sourcesIn(sources, /^content\/topics\/[^/]+\.md$/).map((source) => readTopic(source, plan));
  const programmeReads = foldersOf(sources).map((folder) => readProgramme(folder, plan));
  const phrases = readPhrases(sourcesIn(sources, /^content\/phrases\/[^/]+\.md$/));
  const { drafts: helplines, problems: lineProblems } = readHelplines(sourcesIn(sources, /^content\/helplines\/[^/]+\.yaml$/));
  const { towns, problems: townProblems } = readTowns(sources.find(({ path }) => path === 'content/towns.yaml'));
  const topics = topicReads.flatMap(({ draft }) => (draft === undefined ? [] : [draft]));
  const programmes = programmeReads.flatMap(({ draft }) => (draft === undefined ? [] : [draft]));
  const content: Content = {
    version: versionOf(sources),
    topics: Object.fromEntries(topics.map(({ topic }) => [topic.id, topic])),
    programmes: Object.fromEntries(programmes.map(({ programme }) => [programme.id, programme])),
    phrases: phrases.phrases,
    helplines: Object.fromEntries(helplines.map((draft) => [draft.helplines.region, draft.helplines])) as Content['helplines'],
    towns,
  };
  const texts = [...topics, ...programmes, phrases].flatMap((part) => part.texts);
  const reads = [...topicReads, ...programmeReads].flatMap(({ problems }) => problems);
  const problems = [...planProblems, ...reads, ...phrases.problems, ...lineProblems, ...townProblems];
  return { draft: { content, plan, texts, topics, programmes, helplines }, problems };
}

function foldersOf(sources: readonly SourceFile[]): SourceFile[][] {
  const inside = sourcesIn(sources, /^content\/programmes\/[^/]+\/[^/]+\.md$/);
  const folders = [...new Set(inside.map(({ path }) => path.split('/')[2]))];
  return folders.map((folder) => inside.filter(({ path }) => path.split('/')[2] === folder));
}

function versionOf(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}
