import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeFiles, filesUnder, pathsUnder, withoutComments } from './source-files.ts';

/** Phrases of danger as people write them. They belong to the lexicon, the content rules and the tests. */
const danger =
  /\b(suicid\w*|(kill|hurt|cut|harm)(s|ing)? (my|him|her)self|(kill|hit|beat|chok|strangl|rap)(e|es|ed|s|ing|en)? (me|him|her|them|us)|want(s|ed)? to die|end (my|it) (life|all)|overdos\w*)\b/i;

const readsDanger = /^packages\/core\/src\/(domain\/understanding|meaning|content\/lint)\//;
const inPackages = codeFiles().filter(({ path }) => path.startsWith('packages/'));

/** A path or a name with its separators read as spaces. */
const asWords = (name: string): string => name.replaceAll(/[-_./]|(?<=[a-z])(?=[A-Z])/g, ' ');

describe('a phrase of danger', () => {
  test.each(['kill-myself.ts', 'tests/he_hit_me.story', 'wantsToDie', 'suicidal-note.md'])('is recognised in %s', (name) => {
    expect(asWords(name)).toMatch(danger);
  });

  test('stands in no name of a file', () => {
    const paths = pathsUnder(['packages', 'tests', 'tools', 'docs', 'content']);
    expect(paths.filter((path) => danger.test(asWords(path)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(300);
  });

  test('stands in no code that decides, stores, sends or logs', () => {
    const elsewhere = inPackages.filter(({ path }) => !readsDanger.test(path));
    expect(elsewhere.filter(({ text }) => danger.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('stands in no identifier', () => {
    const names = inPackages.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\b(?:const|function|let|class|interface|type) (\w+)/g)].map((match) => ({
        path,
        name: match[1]!,
      })),
    );
    expect(names.filter(({ name }) => danger.test(asWords(name)))).toEqual([]);
    expect(names.length).toBeGreaterThan(500);
  });
});

describe('what is written down', () => {
  test('names log events by closed words, never by anything put together (S9)', () => {
    const events = inPackages.flatMap(({ text }) =>
      [...withoutComments(text).matchAll(/\bevent: ([^,}\n]+)/g)].map((match) => match[1]!.trim()),
    );
    const literals = events.filter((event) => !/^(string;?$|\w*Event\b)/.test(event));
    expect(literals.filter((event) => !/^'[a-z_]+'$/.test(event))).toEqual([]);
    expect(literals.length).toBeGreaterThan(3);
  });

  test('names rules by closed words (S9)', () => {
    const rules = inPackages.flatMap(({ text }) => [...withoutComments(text).matchAll(/\brule: '([^']*)'/g)].map((match) => match[1]!));
    expect(rules.filter((rule) => !/^[a-zA-Z][\w .-]{0,30}$/.test(rule))).toEqual([]);
    expect(rules.length).toBeGreaterThan(40);
  });

  test('names nothing that lies beside the project', () => {
    const top = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', '.ci/run']
      .filter((path) => existsSync(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const files = [...top, ...codeFiles(), ...filesUnder(['docs', 'content'], /\.(md|yaml)$/)];
    const beside = new RegExp(['/wo', 'rk/|\\.\\./sha', 'red\\b|/home/\\w|/Users/\\w'].join(''));
    expect(files.filter(({ text }) => beside.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
