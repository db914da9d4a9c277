import * as z from 'zod';
import { Guard, LatePolicy, type Note } from '../../domain/content.ts';
import { textOf, type ContentText, type TextTraits } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSections, type Section } from '../sections.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';
import { guardOf } from './covered.ts';
import { mailBodyProblems, plainParagraphProblems } from './paragraph.ts';
import type { Plan } from './plan.ts';
import { missingSettings } from './shared-settings.ts';

const NoteSettings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*\.n\d+$/, 'programme id, a dot, n and the number: patience.n4'),
  covers: z.array(z.string().regex(/^A\d\.\d+$/, 'ids such as A2.10')).default([]),
  checkIn: z.boolean().default(false),
  outreach: z.boolean().default(false),
  late: LatePolicy.default('shift'),
  minDaysAfterPrevious: z.int().min(1).optional(),
  guard: Guard.optional(),
});
type NoteSettings = z.infer<typeof NoteSettings>;

export interface NoteDraft {
  note: Note;
  source: SourceFile;
  texts: ContentText[];
}

/** Section → what it is. Texts of notes and mails are pushed, replies to a check-in are asked for. */
const parts: Record<string, Pick<ContentText, 'kind' | 'isPushed' | 'isSoft'> & { suffix: string }> = {
  sms: { kind: 'note', isPushed: true, isSoft: false, suffix: '' },
  'sms soft': { kind: 'note', isPushed: true, isSoft: true, suffix: '.soft' },
  subject: { kind: 'subject', isPushed: true, isSoft: false, suffix: '.subject' },
  preheader: { kind: 'preheader', isPushed: true, isSoft: false, suffix: '.preheader' },
  email: { kind: 'mail', isPushed: true, isSoft: false, suffix: '.mail' },
  'email soft': { kind: 'mail', isPushed: true, isSoft: true, suffix: '.mail-soft' },
  low: { kind: 'check-in reply', isPushed: false, isSoft: false, suffix: '.low' },
  mid: { kind: 'check-in reply', isPushed: false, isSoft: false, suffix: '.mid' },
  high: { kind: 'check-in reply', isPushed: false, isSoft: false, suffix: '.high' },
};

export function readNote(source: SourceFile, plan: Plan): { draft: NoteDraft | undefined; problems: Problem[] } {
  const { settings: piece, sections, problems } = readSections(source);
  if (piece === undefined) return { draft: undefined, problems: [...problems, missingSettings(source)] };
  const { value, problems: wrong } = readSettings(piece, NoteSettings);
  if (value === undefined) return { draft: undefined, problems: [...problems, ...wrong] };
  const texts = sections.flatMap((section) => readPart(source, section, value, plan));
  const all = [
    ...problems,
    ...wrong,
    ...sections.flatMap((section) => partProblems(source, section)),
    ...missingParts(source, sections, value),
  ];
  const note = noteOf(value, texts, plan);
  return { draft: note === undefined ? undefined : { note, source, texts }, problems: all };
}

function readPart(source: SourceFile, section: Section, settings: NoteSettings, plan: Plan): ContentText[] {
  const part = parts[section.heading];
  if (part === undefined || section.body === '') return [];
  const { suffix, ...traits } = part;
  const guard = guardOf(settings.covers, settings.guard, plan);
  const whole: TextTraits = {
    ...traits,
    id: settings.id + suffix,
    covers: settings.covers,
    guard,
    asksCheckIn: settings.checkIn,
    outreach: settings.outreach,
  };
  return [textOf(source, section, whole)];
}

function partProblems(source: SourceFile, section: Section): Problem[] {
  const part = parts[section.heading];
  if (part === undefined)
    return [
      problemAt(source, section.headingOffset, {
        rule: 'format',
        message: `"${section.heading}" is not a part of a note`,
        mend: `use ${Object.keys(parts).join(', ')}`,
        width: section.heading.length + 3,
      }),
    ];
  return part.kind === 'mail' ? mailBodyProblems(source, section) : plainParagraphProblems(source, section);
}

function missingParts(source: SourceFile, sections: readonly Section[], { checkIn }: NoteSettings): Problem[] {
  const there = new Set(sections.map(({ heading }) => heading));
  return Object.entries(parts).flatMap(([heading, { kind }]) => {
    const isReply = kind === 'check-in reply';
    if (there.has(heading) === (isReply ? checkIn : true)) return [];
    if (there.has(heading))
      return [
        problemAt(source, 0, {
          rule: 'format',
          message: `there is a "${heading}" reply, but the note asks no check-in`,
          mend: 'set "checkIn: true" or remove the section',
        }),
      ];
    return [
      problemAt(source, 0, {
        rule: 'format',
        message: `the section "## ${heading}" is missing`,
        mend: `add "## ${heading}" with its text`,
      }),
    ];
  });
}

function noteOf(settings: NoteSettings, texts: readonly ContentText[], plan: Plan): Note | undefined {
  const say = (suffix: string): string | undefined => texts.find(({ id }) => id === settings.id + suffix)?.text;
  const words = (suffix: string) => ({ en: say(suffix) ?? '' });
  const standard = say('');
  if (standard === undefined) return undefined;
  const { id, covers, outreach, late, minDaysAfterPrevious } = settings;
  const mail = [say('.subject'), say('.preheader'), say('.mail')] as const;
  return {
    id,
    number: Number(id.split('.n')[1]),
    covers,
    guard: guardOf(covers, settings.guard, plan),
    sms: { standard: { en: standard }, soft: { en: say('.soft') ?? standard } },
    ...(mail[0] !== undefined && mail[1] !== undefined && mail[2] !== undefined
      ? { email: { subject: mail[0], preheader: mail[1], standard: mail[2], soft: say('.mail-soft') ?? mail[2] } }
      : {}),
    ...(settings.checkIn && say('.low') && say('.mid') && say('.high')
      ? { checkIn: { low: words('.low'), mid: words('.mid'), high: words('.high') } }
      : {}),
    outreach,
    late,
    ...(minDaysAfterPrevious === undefined ? {} : { minDaysAfterPrevious }),
  };
}
