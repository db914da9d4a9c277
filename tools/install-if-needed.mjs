// Runs before start, test and check, on a machine that may have nothing but Node: no dependency here.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Breathing Room needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes its own copy of the lock after each install; while both name the same versions nothing is missing. */
const installed = 'node_modules/.package-lock.json';
const isInstalled = existsSync(installed) && sameVersions();

if (!isInstalled) {
  console.error('Installing what is needed (once, about half a minute) ...');
  try {
    execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    console.error('The install failed; see the lines above. Is the npm registry reachable?');
    process.exit(1);
  }
}

function sameVersions() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.link || present[path]?.version === entry.version,
  );
}

function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path.includes('node_modules/')));
}
