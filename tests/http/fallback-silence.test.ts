import { describe, expect, it } from 'vitest';
import { handler } from '@breathing-room/functions/fallback';
import { readTwiml } from '@breathing-room/local/stand-in-twilio/read-twiml';

const said = async (body: string): Promise<string[]> =>
  readTwiml((await handler({ body: new URLSearchParams({ From: '+12125550123', Body: body }).toString() })).body);

describe('the fallback function', () => {
  it.each([
    "don't reply, he's here",
    'dont reply he is here',
    'DO NOT TEXT BACK',
    'please dont answer',
    'Don’t respond!!',
    'dont text me rn he has my phone',
    'he is home. do not reply',
    'she is reading this dont write back',
    "my husband is here, don't answer",
    'no respondas, está aquí',
  ])('says nothing to "%s" (X13)', async (body) => {
    expect(await said(body)).toEqual([]);
  });

  it.each([
    'they dont reply to me',
    "he doesn't answer my texts",
    'why dont they text back',
    'I want to die',
    'he is here and he hits me',
    'she will not reply',
    'STOP',
    '',
    'my son does not call',
    "they say they don't answer because they need room",
  ])('gives the lines to "%s"', async (body) => {
    expect(await said(body)).toHaveLength(2);
  });

  it('reads the longest and oddest text at once', async () => {
    const started = performance.now();
    await said(`do not ${'he is '.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
