import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, repository } from './copy-project.ts';
import { diff, installPlatform } from './run-sst.ts';

/** Copies the types SST writes back into the checkout. A failed run would empty them, so it works on a copy. */
const { folder, remove } = await copyProject();
await installPlatform(folder);
await diff(folder, 'production');
const packages = (await readdir(join(folder, 'packages'))).map((name) => `packages/${name}`);
for (const place of ['.', 'infra', ...packages])
  await cp(join(folder, place, 'sst-env.d.ts'), join(repository, place, 'sst-env.d.ts'));
await remove();
