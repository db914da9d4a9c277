import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '@breathing-room/operator/commands';
import { codeFiles, filesUnder, type SourceFile } from './source-files.ts';

const atTheTop = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(path));
const pages: SourceFile[] = [
  ...atTheTop.map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  ...filesUnder(['docs', 'content'], /\.md$/).filter(({ path }) => !/^content\/(topics|programmes|phrases)\//.test(path)),
];

/** Each distinct first group of a pattern, with the page it stands on. */
const named = (pattern: RegExp, from: readonly SourceFile[] = pages): { page: string; name: string }[] => {
  const found = from.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}\n${match[1]!}`));
  return [...new Set(found)].map((line) => ({ page: line.split('\n')[0]!, name: line.split('\n')[1]! }));
};

/** In backticks, from a folder at the top; one with a `*` or `<id>` in it names a kind of file, not a file. */
const repositoryPath = /`((?:packages|docs|tests|tools|content|infra|\.ci)\/[\w./-]+)`/g;
/** Made by `npm run generate`, so a fresh clone lacks it. */
const isGenerated = (path: string): boolean => path.startsWith('packages/core/generated/');
const functionName = /`([a-z]\w+)\(\)`/g;
const script = /npm run ([\w:-]+)/g;
const operatorCommand = /\boperator -- ([a-z][a-z-]+)/g;
const link = /(?<!!)\[[^\]]*\]\((?!https?:|#|mailto:)([^)#]+)/g;

describe('the pages', () => {
  test('name files that exist', () => {
    const missing = named(repositoryPath).filter(({ name }) => !isGenerated(name) && !existsSync(name));
    expect(missing).toEqual([]);
    expect(named(repositoryPath).length).toBeGreaterThan(30);
  });

  test('name functions that exist', () => {
    const code = codeFiles()
      .map(({ text }) => text)
      .join('\n');
    const missing = named(functionName).filter(({ name }) => !new RegExp(`(function |const |^ +(async )?)${name}\\b`, 'm').test(code));
    expect(missing).toEqual([]);
    expect(named(functionName).length).toBeGreaterThan(20);
  });

  test('name commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(named(script).filter(({ name }) => scripts[name] === undefined)).toEqual([]);
    expect(named(script).length).toBeGreaterThan(0);
  });

  test("name operator's commands that exist", () => {
    expect(named(operatorCommand).filter(({ name }) => !Object.hasOwn(commands, name))).toEqual([]);
    expect(named(operatorCommand).length).toBeGreaterThan(5);
  });

  test('link to pages that exist', () => {
    expect(named(link).filter(({ page, name }) => !existsSync(join(dirname(page), name)))).toEqual([]);
  });

  test('name every decision in the architecture page', () => {
    const architecture = pages.find(({ path }) => path === 'docs/architecture.md')!.text;
    const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'));
    expect(decisions.filter(({ path }) => !architecture.includes(path.replace('docs/', ''))).map(({ path }) => path)).toEqual([]);
  });
});

describe('what searches the pages', () => {
  const planted = [
    {
      path: 'a.md',
      text: 'See `packages/gone.ts`, `goneAway()`, `npm run gone`, `operator -- gone`, [there](gone.md) and `content/topics/<id>.md`.',
    },
  ];

  test.each([
    ['files', repositoryPath, 'packages/gone.ts'],
    ['functions', functionName, 'goneAway'],
    ['commands', script, 'gone'],
    ["operator's commands", operatorCommand, 'gone'],
    ['links', link, 'gone.md'],
  ])('finds planted %s', (_, pattern, name) => {
    expect(named(pattern, planted)).toEqual([{ page: 'a.md', name }]);
  });
});
