import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const repository = new URL('../../', import.meta.url).pathname.replace(/\/$/, '');

export interface ProjectCopy {
  folder: string;
  remove: () => Promise<void>;
}

/**
 * What SST reads, in a folder of its own: neither a planted fault nor a half-written state ever touches
 * the checkout. Packages of others are links; ours are copies, so that they can be changed.
 */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'breathing-room-infra-'));
  for (const name of ['sst.config.ts', 'package.json', 'infra', 'packages/core', 'packages/functions', 'tsconfig.json'])
    await cp(join(repository, name), join(folder, name), { recursive: true, filter: (path) => !isLeftOut(path) });
  for (const name of await readdir(join(repository, 'packages')))
    await cp(join(repository, 'packages', name, 'package.json'), join(folder, 'packages', name, 'package.json'));
  await linkPackages(folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const isLeftOut = (path: string): boolean => /\/(node_modules|infra\/(offline|tests|faults))$/.test(path);

async function linkPackages(folder: string): Promise<void> {
  const target = join(folder, 'node_modules');
  await mkdir(join(target, '@breathing-room'), { recursive: true });
  for (const ours of ['core', 'functions']) await symlink(join(folder, 'packages', ours), join(target, '@breathing-room', ours));
  for (const source of [join(repository, 'node_modules'), join(repository, 'infra/node_modules')])
    for (const name of await readdir(source)) await linkOne(source, target, name);
  // npm's own mark of a finished install, which SST looks for.
  await writeFile(join(target, '.package-lock.json'), '{}');
}

/** The service's own version of a package wins over the tools'. */
async function linkOne(source: string, target: string, name: string): Promise<void> {
  if (name.startsWith('.') || name === '@breathing-room') return;
  if (!name.startsWith('@')) return symlink(join(source, name), join(target, name)).catch(unlessThere);
  await mkdir(join(target, name), { recursive: true });
  for (const scoped of await readdir(join(source, name))) await symlink(join(source, name, scoped), join(target, name, scoped)).catch(unlessThere);
}

const unlessThere = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error;
};
