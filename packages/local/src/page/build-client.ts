import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('./client/start.tsx', import.meta.url));

/** The page's script as one ES module, made in memory; nothing is written. */
export async function buildClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx/dom',
    tsconfigRaw: {},
  });
  return outputFiles[0]!.text;
}
