import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { sourcePlace } from '@breathing-room/functions/source-place';

const help = `npm run source-places -- <folder> < lines.txt

Reads lines of a function's log and prints the place in the source of each place in the built code.
<folder>: the function's package, unpacked (docs/operations.md, "Where it broke").
`;
/** Where Lambda unpacks a function, so what its stacks name; the end of a line may be anything, JSON among it. */
const builtPlace = /\/var\/task(\/[\w./-]+\.mjs:\d+:\d+)/g;

const [folder = ''] = process.argv.slice(2);
if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  const places = [...(await text(process.stdin)).matchAll(builtPlace)].map(([, place]) => sourcePlace(`at ${resolve(folder)}${place}`));
  process.stdout.write(
    places.length === 0 ? 'No place in built code (/var/task/….mjs:1:2) is in these lines.\n' : `${places.join('\n')}\n`,
  );
}
