import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileContent } from '@breathing-room/core/content/compile-content';
import { writeCompiled } from '@breathing-room/core/content/write-compiled';
import { Content } from '@breathing-room/core/domain/content';
import { Lexicon } from '@breathing-room/core/domain/lexicon';
import { phraseIds } from '@breathing-room/core/domain/phrase-id';
import { compileWith, note, topic } from './planted.ts';

const root = new URL('../../', import.meta.url).pathname;

async function copyOfContent(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'content-'));
  await cp(join(root, 'content'), join(copy, 'content'), { recursive: true });
  return copy;
}

describe('compiling', () => {
  it('reads a card with its ids, guard, lock and Spanish', () => {
    const { content } = compileWith(
      topic(
        'Harmed? Text SAFE.\n\n## card 2 {A1.19 | care | lock noContact}\n\nRest a bit.\n\n## card 2 es\n\nDescansa un poco.',
        {},
        'A2.67',
      ),
    );
    expect(content.topics.hope).toEqual({
      id: 'hope',
      keyword: 'HOPE',
      also: ['FUTURE'],
      title: 'What may come',
      allowedUnderSafe: false,
      lockedBy: ['safe'],
      continues: true,
      next: ['DECIDE'],
      review: 'pending',
      cards: [
        { id: 'topic.hope.1', covers: ['A2.67'], guard: 'safety', sms: { en: 'Harmed? Text SAFE.' }, lockedBy: [] },
        {
          id: 'topic.hope.2',
          covers: ['A1.19'],
          guard: 'care',
          sms: { en: 'Rest a bit.', es: 'Descansa un poco.' },
          lockedBy: ['noContact'],
        },
      ],
    });
  });

  it('reads a note with its texts, mail and check-in replies', () => {
    const { content } = compileWith(
      note(
        { low: 'Rest a bit.', mid: 'That is fine.', high: 'Good to know.' },
        { checkIn: 'true', late: 'skip', minDaysAfterPrevious: '4' },
      ),
    );
    const [first] = content.programmes.patience!.notes;
    expect(first).toMatchObject({
      id: 'patience.n1',
      number: 1,
      covers: ['A2.70'],
      guard: 'open',
      late: 'skip',
      minDaysAfterPrevious: 4,
      outreach: false,
      sms: { standard: { en: 'Slow days are part of it. Take one slow breath.' }, soft: { en: 'Rest counts as well. Have some water.' } },
      checkIn: { low: { en: 'Rest a bit.' }, mid: { en: 'That is fine.' }, high: { en: 'Good to know.' } },
      email: { subject: 'A slow day', preheader: 'One small thing to try.' },
    });
  });

  it('joins the lines of a paragraph and keeps the paragraphs of a mail', () => {
    const compiled = compileWith(note({ sms: 'Rest a bit,\nthen walk.', email: 'First part.\n\nSecond part.' }));
    const [first] = compiled.content.programmes.patience!.notes;
    expect([first!.sms.standard.en, first!.email!.standard]).toEqual(['Rest a bit, then walk.', 'First part.\n\nSecond part.']);
  });

  it('reads who signed a file', () => {
    const signed = topic('Rest.', { review: 'pending\nreviewedBy: A. Person, counsellor\nreviewedOn: 2026-12-01' });
    expect(compileWith(signed).content.topics.hope!.review).toEqual({ by: 'A. Person, counsellor', on: '2026-12-01' });
  });

  it('leaves out a file it cannot read and keeps the rest', () => {
    const { content } = compileWith({ ...topic('Rest.', { group: 'rest' }), ...note() });
    expect([Object.keys(content.topics), Object.keys(content.programmes)]).toEqual([[], ['patience']]);
  });

  it('reads line ends of other systems and a byte order mark', async () => {
    const copy = await copyOfContent();
    const path = join(copy, 'content/phrases/settings.md');
    await writeFile(path, `\uFEFF${(await readFile(path, 'utf8')).replaceAll('\n', '\r\n')}`);
    const [mine, theirs] = await Promise.all([compileContent({ root: copy }), compileContent({ root })]);
    expect(mine.content).toEqual(theirs.content);
  });

  it('builds the words people text, for both forms of a programme', () => {
    const { lexicon } = compileWith({ ...topic('Rest.'), ...note() });
    expect(lexicon).toMatchObject({ keywords: { HOPE: 'hope', FUTURE: 'hope' }, programmes: { PATIENCE: 'patience' } });
    expect(lexicon.helplineWords).toEqual(expect.arrayContaining(['HOME', 'HELLO', 'SHOUT', 'START']));
  });

  it('has another version as soon as one character changes', () => {
    const [one, same, other] = ['Rest.', 'Rest.', 'Rest!'].map((text) => compileWith(topic(text)).content.version);
    expect([one === same, one === other, /^[0-9a-f]{12}$/.test(one!)]).toEqual([true, false, true]);
  });
});

describe('written content', () => {
  it('reads back as it was compiled', async () => {
    const copy = await copyOfContent();
    const compiled = await compileContent({ root: copy });
    await writeCompiled({ root: copy, compiled });
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(copy, 'packages/core/generated', name), 'utf8'));
    expect(Content.parse(await read('content.json'))).toEqual(compiled.content);
    expect(Lexicon.parse(await read('lexicon.json'))).toMatchObject(compiled.lexicon);
  });

  it('is never half: a region without lines is refused', async () => {
    const copy = await copyOfContent();
    const compiled = await compileContent({ root: copy });
    const { US: _, ...helplines } = compiled.content.helplines;
    await expect(
      writeCompiled({ root: copy, compiled: { ...compiled, content: { ...compiled.content, helplines: helplines as never } } }),
    ).rejects.toThrow();
  });
});

describe('real phrases and lines', () => {
  it('says every phrase of the service, and the safety ones in Spanish', async () => {
    const { content } = await compileContent({ root });
    expect(Object.keys(content.phrases).toSorted()).toEqual([...phraseIds].toSorted());
    const spanish =
      /^(crisis|optout|optin|carrier)\.|^(helpline\.word|service\.(help|human|unknown)|checkin\.(gentle|very-low)|language\.(en|es)|fallback\.signpost)$/;
    expect(phraseIds.filter((id) => spanish.test(id) && content.phrases[id]?.es === undefined)).toEqual([]);
  });

  it('knows a clear town and refuses to guess one with homes far apart', async () => {
    const { content } = await compileContent({ root });
    expect([
      content.towns.denver,
      content.towns.phoenix,
      content.towns['st johns'],
      content.towns['lord howe'],
      content.towns.birmingham,
      content.towns.portland,
    ]).toEqual(['America/Denver', 'America/Phoenix', 'America/St_Johns', 'Australia/Lord_Howe', undefined, undefined]);
  });
});
