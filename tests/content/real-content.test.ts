import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileContent, type Compiled } from '@breathing-room/core/content/compile-content';
import { fillLongest, gapsHandedTo } from '@breathing-room/core/content/fill-gaps';
import { totals } from '@breathing-room/core/content/show/stats';
import { isError, showProblem } from '@breathing-room/core/content/problem';
import { renderText } from '@breathing-room/core/domain/render';
import { countSegments } from '@breathing-room/core/domain/segment';
import { textRef } from '@breathing-room/core/domain/text-ref';

const root = new URL('../../', import.meta.url).pathname;
let compiled: Compiled;

beforeAll(async () => {
  compiled = await compileContent({ root, complete: true });
});

/** Typed here a second time, apart from the lint's own tables. */
const safeList = ['safe', 'crisis', 'calm', 'hurt', 'lonely', 'worth', 'selfcare', 'friends', 'therapy', 'leave', 'kids'];
const aboutThem = [
  'patience',
  'space',
  'empathy',
  'talk',
  'say',
  'listen',
  'agree',
  'trust',
  'chase',
  'steady',
  'ask',
  'affection',
  'hope',
  'notme',
  'why',
];
const proposesContact = ['say', 'talk', 'ask', 'listen', 'agree', 'steady', 'affection', 'trust'];

describe('the words themselves', () => {
  it('keep every rule, and nothing is missing (C10)', () => {
    expect(compiled.problems.filter(isError).map(showProblem)).toEqual([]);
  });

  it('deliver 348 of 348 ideas in 52 topics, 155 cards or more, 84 notes, 24 check-ins and 168 mails', () => {
    expect(totals(compiled)).toMatchObject({
      topics: 52,
      programmes: 6,
      notes: 84,
      checkIns: 24,
      replies: 72,
      mails: 168,
      ideas: 348,
      delivered: 348,
    });
    expect(totals(compiled).cards).toBeGreaterThanOrEqual(155);
  });

  it('are compared with every run of the sources', async () => {
    const runs = (await readFile(join(root, 'tests/content/fixtures/source-7grams.sha256-10.txt'), 'utf8')).trim().split('\n');
    expect([runs.length, runs.every((run) => /^[0-9a-f]{10}$/.test(run))]).toEqual([7617, true]);
  });

  it('open under SAFE only the eleven topics of the list (X15)', () => {
    const open = Object.values(compiled.content.topics)
      .filter(({ allowedUnderSafe }) => allowedUnderSafe)
      .map(({ id }) => id);
    expect(open.toSorted()).toEqual(safeList.toSorted());
    expect(aboutThem.filter((id) => !compiled.content.topics[id]!.lockedBy.includes('safe'))).toEqual([]);
  });

  it('lock every topic that proposes getting in touch under NOCONTACT', () => {
    expect(proposesContact.filter((id) => !compiled.content.topics[id]!.lockedBy.includes('noContact'))).toEqual([]);
  });

  it('give every note that reaches out a soft text that does not (X18)', () => {
    const reaching = Object.values(compiled.content.programmes)
      .flatMap(({ notes }) => notes)
      .filter(({ outreach }) => outreach);
    expect(reaching.length).toBeGreaterThan(5);
    expect(
      reaching
        .filter(({ sms }) => sms.soft.en === sms.standard.en || /\b(text|call|write to|ask) them\b/i.test(sms.soft.en))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it('never promise to be a person: crisis answers say automated in both languages (X12)', () => {
    const crisis = Object.entries(compiled.content.phrases).filter(([id]) => id.startsWith('crisis.'));
    expect(crisis.filter(([, { en, es }]) => !/automated/.test(en) || !/automática/.test(es ?? '')).map(([id]) => id)).toEqual([]);
  });

  it('fit in every region: notes 2 parts, answers 3, Spanish 3 (C1)', () => {
    const { content, texts } = compiled;
    const tooLong = texts
      .filter(({ kind }) => !['mail', 'subject', 'preheader', 'note'].includes(kind))
      .flatMap((text) =>
        Object.values(content.helplines).map((region) => ({
          id: text.id,
          parts: countSegments(fillLongest(text.text, text.language, region, content)).segments,
        })),
      );
    expect(tooLong.filter(({ parts }) => parts > 3)).toEqual([]);
    const after = `Still useful? PAUSE to rest.`;
    const asked = content.phrases['note.checkin']!.en;
    const whole = Object.values(content.programmes)
      .flatMap(({ notes }) => notes)
      .flatMap(({ id, sms, checkIn }) =>
        [sms.standard.en, sms.soft.en].map((text) => ({
          id,
          whole: `Note 28. ${text} ${after}${checkIn === undefined ? '' : ` ${asked}`}`,
        })),
      );
    expect(whole.filter((note) => countSegments(note.whole.replace('{crisis}', content.helplines.AU.crisis)).segments > 2)).toEqual([]);
  });

  it('render in every region and language with nothing but the gaps handed over (C8)', () => {
    const { content, lexicon, texts } = compiled;
    const guide = { content, lexicon, profile: { serviceName: 'Quiet Line', privacyUrl: 'quiet.example/p', optOutMode: 'none' as const } };
    const texted = texts.filter(({ kind, language }) => language === 'en' && !['mail', 'subject', 'preheader'].includes(kind));
    const rendered = texted.flatMap(({ id }) =>
      (['US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'XX'] as const).flatMap((region) =>
        (['en', 'es'] as const).map((language) =>
          renderText(textRef(id, Object.fromEntries(gapsHandedTo(id).map((gap) => [gap, 'x']))), { region, language }, guide),
        ),
      ),
    );
    expect(rendered).toHaveLength(texted.length * 14);
    expect(rendered.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });

  it('name no number of help outside the region files (X7)', () => {
    const digits = compiled.texts.filter(({ text }) => /\d{3}/.test(text)).map(({ id }) => id);
    expect(digits).toEqual([]);
  });
});
