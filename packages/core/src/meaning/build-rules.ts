import { readFileSync } from 'node:fs';
import type { RuleSection, ReadingModel } from '../domain/understanding/reading-model.ts';
import { compileRules } from './compile-rules.ts';

const folder = new URL('./rules/', import.meta.url);
/** Rule file → the set its sections belong to. A set may have two files: one lists phrases, the other crosses forms. */
const files = {
  everyday: 'everyday',
  harmless: 'everyday',
  crisis: 'crisis',
  danger: 'crisis',
  optout: 'optout',
  ending: 'optout',
  command: 'command',
  asking: 'command',
  checkin: 'checkin',
} as const;

/** Every rule file, checked. */
export const buildRules = (): Pick<ReadingModel, 'rules' | 'classes'> => {
  const compiled = Object.entries(files).map(([name, set]) => ({ set, ...compileRules(name, readRules(`${name}.rules`)) }));
  const rules = bySet(compiled);
  return { rules, classes: usedBy(rules, Object.assign({}, ...compiled.map(({ classes }) => classes)) as Record<string, string>) };
};

/** Classes that a line still names. */
const usedBy = (rules: Record<string, RuleSection[]>, classes: Record<string, string>): Record<string, string> => {
  const lines = Object.values(rules).flatMap((sections) => sections.flatMap((section) => section.lines));
  const named = new Set(lines.flatMap((line) => line.match(/<[a-z.]+>/g) ?? []));
  return Object.fromEntries(Object.entries(classes).filter(([name]) => named.has(`<${name}>`)));
};

const readRules = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** Sections that are sets of their own, because they are looked for at another moment. */
const apart = new Set(['level', 'quiet', 'unclear', 'grief', 'plain', 'unsure', 'about', 'minor', 'optin']);

const bySet = (compiled: readonly { set: string; rules: RuleSection[] }[]): Record<string, RuleSection[]> => {
  const sets: Record<string, RuleSection[]> = {};
  for (const { set, rules } of compiled) for (const rule of rules) (sets[apart.has(rule.id) ? rule.id : set] ??= []).push(rule);
  return sets;
};

/** Short forms and slang, `written = read`; the last of two equal lines counts. */
export const buildExpansions = (): Record<string, string> =>
  Object.fromEntries(
    readRules('expansions.txt')
      .split('\n')
      .filter((line) => line.includes(' = ') && !line.startsWith('#'))
      .map((line) => {
        const [written = '', read = ''] = line.split(' = ');
        return [written.trim().replaceAll("'", ''), read.trim()];
      }),
  );
