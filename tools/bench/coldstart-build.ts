import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, type ProjectCopy } from '../../infra/offline/copy-project.ts';
import type { Graph } from '../../infra/offline/graph.ts';
import { type RunningLambda, runLambda } from '../../infra/offline/run-lambda.ts';
import { diff, installPlatform, packageOf } from '../../infra/offline/run-sst.ts';

/** The project, built as SST builds it for production. */
export interface Build {
  project: ProjectCopy;
  graph: Graph;
}

export const hasTools = (): boolean => existsSync('infra/node_modules/.package-lock.json');

export async function buildProject(change?: (folder: string) => Promise<void>): Promise<Build> {
  const project = await copyProject();
  try {
    await change?.(project.folder);
    await installPlatform(project.folder);
    return { project, graph: await diff(project.folder, 'production') };
  } catch (error) {
    await project.remove();
    throw error;
  }
}

const suffix = 'Function';

/** Every function of ours in the plan, by its name there. */
export const functionsOf = ({ graph }: Build): string[] =>
  graph.resources
    .filter(({ type, name }) => type === 'aws:lambda/function:Function' && name.endsWith(suffix))
    .map(({ name }) => name.slice(0, -suffix.length));

export const codeOf = ({ project }: Build, id: string): string => packageOf(project.folder, 'production', id);

/** Starts the built function with production's environment, and `env` over it. */
export function startBuilt(id: string, built: Build, env: Record<string, string>): Promise<RunningLambda> {
  const { inputs } = built.graph.resources.find(({ name }) => name === `${id}${suffix}`)!;
  const folder = codeOf(built, id);
  return runLambda({
    folder,
    client: join(built.project.folder, '.sst/platform/dist/nodejs-runtime/index.js'),
    handler: join(folder, inputs.handler as string),
    env: { ...(inputs.environment?.variables as Record<string, string> | undefined), ...env },
  });
}

/** Of files in one folder, rounded. */
export const kilobytes = (folder: string, names: readonly string[]): number =>
  Math.round(names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1024);

/** Code in KB: all of it, and what is loaded before the first event. */
export const sizeOf = (folder: string): { all: number; atOnce: number } => ({
  all: kilobytes(
    folder,
    readdirSync(folder).filter((name) => name.endsWith('.mjs')),
  ),
  atOnce: kilobytes(folder, loadedAtOnce(folder)),
});

/** The entry and whatever it imports without waiting for a need. */
function loadedAtOnce(folder: string): string[] {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const [, next] of readFileSync(join(folder, name), 'utf8').matchAll(staticImport)) load(next!);
  };
  load('bundle.mjs');
  return [...loaded];
}

const staticImport = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}\s,$]+?\s*from\s*)?["']\.\/([\w-]+\.mjs)["']/g;
