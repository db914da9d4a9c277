import { compileSources, type Compiled } from '@breathing-room/core/content/compile-content';
import type { LintOptions } from '@breathing-room/core/content/lint/lint-content';
import type { Problem } from '@breathing-room/core/content/problem';
import { readSources, type SourceFile } from '@breathing-room/core/content/source-file';

const root = new URL('../../', import.meta.url).pathname;
/** The real phrases, help lines, towns and plan, without a topic or a programme. */
const base = (await readSources(root))
  .filter(({ path }) => !/^content\/(topics|programmes)\//.test(path))
  .map(({ path, text }) => ({ path, text: text.replace('complete: true', 'complete: false') }));
/** What one text is judged by: help lines, plan and the lines around a note. */
const small = base.filter(({ path }) => /helplines|plan\.yaml|phrases\/notes\.md/.test(path));

/** Compiles the real base, without a topic or a programme. */
export const compileBase = (options: LintOptions = {}): Compiled => compileSources(base, options);

/** Compiles a small base with these files on top; a path already there is replaced. */
export function compileWith(files: Record<string, string>, options: LintOptions = {}): Compiled {
  const planted = Object.entries(files).map(([path, text]): SourceFile => ({ path, text }));
  const kept = small.filter(({ path }) => files[path] === undefined);
  return compileSources(
    [...kept, ...planted].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    options,
  );
}

/** What was found in these files alone. */
export const findingsIn = (files: Record<string, string>, options: LintOptions = {}): Problem[] =>
  compileWith(files, options).problems.filter(({ file }) => files[file] !== undefined);

export const baseFile = (path: string): string => base.find((source) => source.path === path)!.text;

export const topicFile = 'content/topics/hope.md';

/** A sound topic with this first card; settings may be overlaid line by line. */
export function topic(card: string, settings: Record<string, string> = {}, braces = ''): Record<string, string> {
  const all = {
    id: 'hope',
    keyword: 'HOPE',
    also: '[FUTURE]',
    title: 'What may come',
    group: 'steady',
    allowedUnderSafe: 'false',
    lockedBy: '[safe]',
    continues: 'true',
    next: '[DECIDE]',
    review: 'pending',
    ...settings,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return {
    [topicFile.replace('hope', all.id)]: ['---', ...lines, '---', '', `## card 1${braces === '' ? '' : ` {${braces}}`}`, '', card, ''].join(
      '\n',
    ),
  };
}

export const noteFile = 'content/programmes/patience/n01.md';

const mail =
  'Some days are slow. You can rest on a slow day. A cup of tea is enough. One neighbor sits by a window for ten minutes. That is the whole plan, and it works for a slow day. '
    .repeat(4)
    .trim();
const softMail =
  'A slow day is fine. You can rest. Let your feet feel the floor. Take one slow breath, and then one more. A warm cup helps. So does a soft chair near a window. That is all there is to do. Let the rest of the day be small. You may come back to this later, or not at all. Both are fine. A short walk is fine as well. So is a nap. Be kind to your body, and drink some water.';

/** A sound programme of one note; its texts and settings may be overlaid. */
export function note(texts: Record<string, string> = {}, settings: Record<string, string> = {}): Record<string, string> {
  const all = { id: 'patience.n1', covers: '[A2.70]', checkIn: 'false', outreach: 'false', late: 'shift', ...settings };
  const parts = {
    sms: 'Slow days are part of it. Take one slow breath.',
    'sms soft': 'Rest counts as well. Have some water.',
    subject: 'A slow day',
    preheader: 'One small thing to try.',
    email: mail,
    'email soft': softMail,
    ...texts,
  };
  return {
    'content/programmes/patience/programme.md':
      '---\nid: patience\nword: PATIENCE\nalso: []\ntitle: Waiting well\nsummary: Short notes for slow weeks.\ngate: safety\nclosedBy: [safe, noContact]\nreview: pending\n---\n',
    [noteFile]: [
      '---',
      ...Object.entries(all).map(([key, value]) => `${key}: ${value}`),
      '---',
      '',
      ...Object.entries(parts).flatMap(([heading, text]) => [`## ${heading}`, '', text, '']),
    ].join('\n'),
  };
}
