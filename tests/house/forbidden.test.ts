import { describe, expect, test } from 'vitest';
import { codeFiles, type SourceFile, withoutComments } from './source-files.ts';

/** A pattern no file in its part of the repository may hold; `plant` shows that it can be found. */
interface Rule {
  says: string;
  where: RegExp;
  except?: RegExp;
  pattern: RegExp;
  plant: string;
  innocent: string;
}

const everywhere = /^(packages|tests|tools)\//;
const domain = /^packages\/core\/src\/domain\//;
const thisFolder = /^tests\/house\//;
/** Declares modules that are made at build time; a declaration has no other way to say what they export. */
const declarations = /\.d\.ts$/;

const rules: Rule[] = [
  {
    says: 'takes zod as a namespace: `{ z }` bundles 443 KB where the namespace bundles 83',
    where: everywhere,
    pattern: /import\s*(type\s*)?\{[^}]*\bz\b[^}]*\}\s*from\s*['"]zod['"]|import\s+z\s+from\s*['"]zod['"]/,
    plant: "import { z } from 'zod';",
    innocent: "import * as z from 'zod';",
  },
  {
    says: 'takes parts of twilio, never the whole of 3.6 MB',
    where: everywhere,
    pattern: /(from|import|import\(|require\()\s*['"]twilio['"]/,
    plant: "const { Twilio } = await import('twilio');",
    innocent: "import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';",
  },
  {
    says: 'leaves the clock to its caller',
    where: domain,
    pattern: /\bDate\.now\b|new Date\(\s*\)|\bTemporal\.Now\b|\bperformance\b/,
    plant: 'const now = new Date();',
    innocent: 'const at = new Date(epochSeconds * 1000);',
  },
  {
    says: 'draws no lots',
    where: domain,
    pattern: /\bMath\.random\b|\brandom(Bytes|Int|UUID)\b|\bgetRandomValues\b/,
    plant: 'const jitter = Math.random();',
    innocent: 'const jitter = jitterSeconds(seed, most);',
  },
  {
    says: 'reads no environment',
    where: domain,
    pattern: /\bprocess\.|\bimport\.meta\b/,
    plant: 'const stage = process.env.STAGE;',
    innocent: 'const stage = settings.stage;',
  },
  {
    says: 'exports by name',
    where: everywhere,
    except: declarations,
    pattern: /^\s*export\s+default\b|\bas default\b/m,
    plant: 'export default function send() {}',
    innocent: 'export function send() {}',
  },
  {
    says: 'has no barrel that passes everything on',
    where: /^packages\//,
    pattern: /^export\s+\*/m,
    plant: "export * from './deliver.ts';",
    innocent: "export { deliver } from './deliver.ts';",
  },
  {
    says: 'has no enum and no namespace',
    where: everywhere,
    except: declarations,
    pattern: /^\s*(export\s+)?(const\s+)?(enum|namespace)\s+\w+\s*\{/m,
    plant: 'export enum Pace { Daily }',
    innocent: "export const Pace = z.enum(['daily']);",
  },
  {
    says: 'is made of functions and data: a class only for an error',
    where: /^packages\//,
    pattern: /^\s*(export\s+)?(abstract\s+)?class\s+(?!\w+Error\s+extends\s+\w*Error\b)\w+/m,
    plant: 'export class NoteSender {}',
    innocent: 'export class DeadlineError extends Error {}',
  },
  {
    says: 'names the extension of a relative import',
    where: everywhere,
    pattern: /from\s+['"]\.[^'"]*(?<!\.(ts|tsx|js|json|mjs))['"]/,
    plant: "import { deliver } from './deliver';",
    innocent: "import { deliver } from './deliver.ts';",
  },
  {
    says: 'runs every test, always',
    where: /^tests\//,
    pattern: /\b(test|it|describe)(\.\w+)*\.(only|skip|todo)\b/,
    plant: "test.concurrent.skip('sends a note', run);",
    innocent: "test.skipIf(browser === undefined)('shows the phone', run);",
  },
  {
    says: 'knows nothing of the local desk where it is deployed',
    where: /^packages\/(core|functions)\//,
    pattern: /['"]@breathing-room\/local\b|['"](\.\.\/)+local\//,
    plant: "import { runLocal } from '../../local/src/run-local.ts';",
    innocent: "import { localDefaults } from './local-defaults.ts';",
  },
  {
    says: 'keeps the core below the functions',
    where: /^packages\/core\//,
    pattern: /['"]@breathing-room\/functions\b|['"](\.\.\/)+functions\//,
    plant: "import { createApi } from '@breathing-room/functions/api';",
    innocent: "import { receiveText } from '@breathing-room/core/actions/receive-text';",
  },
];

const breaks = ({ pattern }: Rule, text: string): boolean => pattern.test(withoutComments(text));

const offenders = (rule: Rule, files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => rule.where.test(path) && !thisFolder.test(path) && rule.except?.test(path) !== true)
    .filter(({ text }) => breaks(rule, text))
    .map(({ path }) => path);

describe('the code of this house', () => {
  const files = codeFiles();

  test.each(rules)('$says', (rule) => {
    expect(offenders(rule, files)).toEqual([]);
  });

  test.each(rules)('is searched by a pattern that finds its plant: $says', (rule) => {
    expect([breaks(rule, rule.plant), breaks(rule, rule.innocent)]).toEqual([true, false]);
  });

  test.each(rules)('is searched in files that exist: $says', ({ where }) => {
    expect(files.filter(({ path }) => where.test(path)).length).toBeGreaterThan(5);
  });
});
