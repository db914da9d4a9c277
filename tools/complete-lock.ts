import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds to package-lock.json an entry for every platform package the registry in use did not serve.
 * `npm ci` refuses a lock without them, though it never installs another platform's binary.
 * Run `npx tsx tools/complete-lock.ts` after adding a dependency with platform binaries.
 */
interface LockEntry {
  version?: string;
  dev?: boolean;
  cpu?: string[];
  license?: string;
  optional?: boolean;
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const lockFile = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, LockEntry> };

/** What a platform package says of itself, read off its name: `darwin-arm64`, `linux-x64-musl`. */
const platformOf = (name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined => {
  const found = /(darwin|linux|win32|freebsd|android|openharmony)-(arm64|x64|ia32|arm|ppc64|riscv64|s390x)(?:-(?:\w*?)(gnu|musl))?/.exec(
    name,
  );
  if (found === null) return undefined;
  const [, os = '', cpu = '', libc] = found;
  const isLibcNamed = os === 'linux' && libc !== undefined;
  return { os: [os], cpu: [cpu], ...(isLibcNamed && { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }) };
};

const missing = Object.values(lock.packages).flatMap((parent) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => ({ name, version, parent, platform: platformOf(name) })),
);

for (const { name, version, parent, platform } of missing) {
  if (platform === undefined || !/^\d/.test(version)) continue;
  lock.packages[`node_modules/${name}`] = {
    version,
    ...(parent.dev === true && { dev: true }),
    license: name.startsWith('@dynoxide/') ? '(MIT OR Apache-2.0)' : 'MIT',
    optional: true,
    ...platform,
  };
  console.log(`added ${name}@${version}`);
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
