import type { TestProject } from 'vitest/node';
import { copyProject } from '../offline/copy-project.ts';
import { diff, installPlatform } from '../offline/run-sst.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The project copy with what `sst diff` made of both stages. */
    project: string;
    /** The root suite gives its engine; here each story starts its own. */
    dynamoEndpoint: string;
  }
}

/** Two stages as SST sees them, once for all files; one after the other, since they share the folder. */
export default async function planStages(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.INFRA_PROJECT;
  if (given !== undefined) {
    project.provide('project', given);
    return async () => {};
  }
  const { folder, remove } = await copyProject();
  await installPlatform(folder);
  for (const stage of ['production', 'pr-12']) await diff(folder, stage);
  project.provide('project', folder);
  return remove;
}
