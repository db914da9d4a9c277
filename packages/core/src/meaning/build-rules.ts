import { readFileSync } from 'node:fs';
import type { RuleSection, ReadingModel } from '../domain/understanding/reading-model.ts';
import { compileRules } from './compile-rules.ts';

const folder = new URL('./rules/', import.meta.url);
const files = ['everyday', 'crisis', 'optout', 'command', 'checkin', 'topic'] as const;

/** Every rule file, checked. */
export const buildRules = (): Pick<ReadingModel, 'rules' | 'classes'> => {
  const compiled = files.map((name) => ({ name, ...compileRules(name, readRules(`${name}.rules`)) }));
  return {
    rules: Object.fromEntries(compiled.flatMap(({ name, rules }) => splitBySet(name, rules))),
    classes: Object.assign({}, ...compiled.map(({ classes }) => classes)) as Record<string, string>,
  };
};

const readRules = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** Sections that are sets of their own, because they are looked for at another moment. */
const apart = new Set(['quiet', 'unclear', 'grief', 'plain', 'unsure', 'about', 'minor', 'optin']);

const splitBySet = (name: string, rules: RuleSection[]): [string, RuleSection[]][] => {
  const grouped = new Map<string, RuleSection[]>();
  for (const rule of rules) {
    const set = apart.has(rule.id) ? rule.id : name;
    grouped.set(set, [...(grouped.get(set) ?? []), rule]);
  }
  return [...grouped];
};

/** Short forms and slang, `written = read`; the last of two equal lines counts. */
export const buildExpansions = (): Record<string, string> =>
  Object.fromEntries(readRules('expansions.txt').split('\n').filter((line) => line.includes(' = ') && !line.startsWith('#')).map((line) => {
    const [written = '', read = ''] = line.split(' = ');
    return [written.trim().replaceAll("'", ''), read.trim()];
  }));
