import { readFile } from 'node:fs/promises';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileContent } from '@breathing-room/core/content/compile-content';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { renderText } from '@breathing-room/core/domain/render';
import { textRef } from '@breathing-room/core/domain/text-ref';
import type { Guide } from '@breathing-room/core/domain/guide';
import { handler } from '@breathing-room/functions/fallback';
import { fallbackTable } from '@breathing-room/functions/fallback-table';
import { profileOf, readSettings } from '@breathing-room/functions/settings';
import { readTwiml } from '@breathing-room/local/stand-in-twilio/read-twiml';

const root = new URL('../../', import.meta.url).pathname;
let guide: Guide;
beforeAll(async () => {
  const { content, lexicon } = await compileContent({ root });
  guide = { content, lexicon, profile: profileOf(readSettings({})) };
});

const said = async (from: string): Promise<string[]> =>
  readTwiml((await handler({ body: new URLSearchParams({ From: from, Body: 'SPACE' }).toString() })).body);

const expected = (from: string): string[] => {
  const region = regionOf({ channel: 'sms', value: from });
  return (['en', 'es'] as const).map((language) => renderText(textRef('fallback.signpost'), { region, language }, guide));
};

describe('the fallback function (W12)', () => {
  it('holds what the content says; else run: npx tsx packages/functions/write-fallback-texts.ts', async () => {
    const written: unknown = JSON.parse(await readFile(`${root}packages/functions/src/fallback-texts.json`, 'utf8'));
    expect(written).toEqual(fallbackTable(guide));
  });

  it.each([
    ['New York', '+12125550123'],
    ['Toronto', '+14165550123'],
    ['Jamaica', '+18765550123'],
    ['toll-free', '+18005550123'],
    ['London', '+447700900123'],
    ['Dublin', '+353851234567'],
    ['Sydney', '+61412345678'],
    ['Auckland', '+64211234567'],
    ['Berlin', '+4915112345678'],
  ])('answers %s in English and Spanish with the lines of that place', async (_, from) => {
    expect(await said(from)).toEqual(expected(from));
  });

  test.prop([fc.stringMatching(/^\+[1-9]\d{7,14}$/)])('gives any number the same lines as the service itself', async (from) => {
    expect(await said(from)).toEqual(expected(from));
  });

  it.each([
    ['no body', {}],
    ['a null body', { body: null }],
    ['rubbish', { body: '\u0000%%%&&=' }],
    ['rubbish in base64', { body: '*', isBase64Encoded: true }],
    ['a short code', { body: 'From=88788' }],
  ])('answers %s with the directory', async (_, event) => {
    const answer = await handler(event);
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } });
    expect(readTwiml(answer.body)[0]).toContain(guide.content.helplines.XX.crisis);
  });

  it('reads the form as API Gateway hands it over', async () => {
    const body = Buffer.from('From=%2B447700900123&Body=x').toString('base64');
    expect(readTwiml((await handler({ body, isBase64Encoded: true })).body)[0]).toContain(guide.content.helplines.UK.crisis);
  });

  it('is made of our own few files, and no package', async () => {
    expect(await filesBehind('fallback.ts')).toEqual(['fallback.ts', 'asks-for-silence.ts', 'fallback-twiml.ts', 'fallback-texts.json']);
  });
});

/** The file and all it imports; a package is named as it is imported. */
async function filesBehind(file: string): Promise<string[]> {
  if (!file.endsWith('.ts')) return [file];
  const source = await readFile(`${root}packages/functions/src/${file}`, 'utf8');
  const imported = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const behind = imported.map(async (name) => (name.startsWith('./') ? filesBehind(name.slice(2)) : [name]));
  return [file, ...(await Promise.all(behind)).flat()];
}
