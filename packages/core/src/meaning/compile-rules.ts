import { anchorPart } from '../domain/understanding/phrase-anchors.ts';
import type { RuleSection } from '../domain/understanding/reading-model.ts';

/**
 * Reads a rule file. `= id gives` begins a section; `<name> = a|b` names a class; every other line is one
 * phrase (see phrase-parts.ts).
 * @throws when a class is unknown, a section is missing or a line cannot be read, naming the line.
 */
export const compileRules = (name: string, text: string): { rules: RuleSection[]; classes: Record<string, string> } => {
  const classes: Record<string, string> = {};
  const rules: RuleSection[] = [];
  let section: RuleSection | undefined;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*$/, '').trim().replace(/\s+/g, ' ');
    const named = /^<([a-z]+)> = (.+)$/.exec(line);
    if (line === '') continue;
    if (named !== null) classes[`${name}.${named[1]}`] = named[2] ?? '';
    else if (line.startsWith('= ')) rules.push((section = sectionOf(line)));
    else if (section === undefined) throw new Error(`${name}.rules:${at + 1}: a phrase stands before the first section`);
    else section.lines.push(placed(line.replace(/<([a-z]+)>/g, `<${name}.$1>`), classes, `${name}.rules:${at + 1}`));
  }
  return { rules, classes };
};

const sectionOf = (line: string): RuleSection => {
  const [, id = '', gives] = line.split(' ');
  return gives === undefined ? { id, lines: [] } : { id, gives, lines: [] };
};

const placed = (line: string, classes: Record<string, string>, where: string): string => {
  const whole = line.replace(/<([a-z.]+)>/g, (_, name: string) => {
    const words = classes[name];
    if (words === undefined) throw new Error(`${where}: unknown class <${name}>`);
    return words;
  });
  const part = anchorPart(whole);
  if (part < 0) throw new Error(`${where}: no part of the phrase is a plain word to look it up by`);
  return part.toString(36) + line;
};
