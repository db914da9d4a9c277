import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../offline/gateway.ts';
import { stage } from '../stage.ts';
import { functionIds, startFunction } from './deployed-service.ts';

const production = stage('production');

const files = (id: string): string[] => readdirSync(production.folderOf(id));
const kilobytes = (id: string, names: readonly string[]): number =>
  Math.round(names.reduce((sum, name) => sum + statSync(join(production.folderOf(id), name)).size, 0) / 1024);
const code = (id: string): string[] => files(id).filter((name) => name.endsWith('.mjs'));

/** What is loaded before the first event: the entry and whatever it imports without waiting for a need. */
function loadedAtOnce(id: string): string[] {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const source = readFileSync(join(production.folderOf(id), name), 'utf8');
    for (const [, next] of source.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}\s,$]+?\s*from\s*)?["']\.\/([\w-]+\.mjs)["']/g)) load(next!);
  };
  load('bundle.mjs');
  return [...loaded];
}

describe('the built functions', () => {
  it.each([['Web', 660], ['Wake', 900], ['Replay', 900], ['InboundMail', 900], ['MailEvents', 900], ['Tick', 900], ['Fallback', 20]])('%s has at most %i KB of code', (id, most) => {
    expect(kilobytes(id, code(id))).toBeLessThanOrEqual(most);
  });

  it('Web loads at most 500 KB before it answers', () => {
    const loaded = loadedAtOnce('Web');
    expect(loaded.length).toBeGreaterThan(1);
    expect(kilobytes('Web', loaded)).toBeLessThanOrEqual(500);
  });

  it.each(['Web', 'Wake', 'Replay', 'InboundMail', 'MailEvents'])('%s carries words and weights beside its code, parsed within 15 ms', (id) => {
    const data = files(id).filter((name) => name.endsWith('.json'));
    expect(data.sort()).toEqual(['content.json', 'lexicon.json', 'weights.json']);
    const texts = data.map((name) => readFileSync(join(production.folderOf(id), name), 'utf8'));
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      for (const text of texts) JSON.parse(text);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThanOrEqual(15);
  });

  it.each(functionIds)('%s carries the map of each file of its code, so that a place in a stack can be read', (id) => {
    const packed = files(id);
    for (const name of code(id)) expect(packed).toContain(`${name}.map`);
  });

  it.each(functionIds)('%s carries no whole twilio, no axios and no languages of zod', (id) => {
    const all = code(id).map((name) => readFileSync(join(production.folderOf(id), name), 'utf8')).join('\n');
    expect(all).not.toMatch(/AxiosError|TwilioServerlessV1|Eingabe|entrée invalide/);
  });

  it.each(functionIds)('%s starts with exactly what production gives it', async (id) => {
    const { variables } = production.fn(id).environment;
    const surroundings = `--import=${new URL('../../offline/lambda-surroundings.mjs', import.meta.url).href}`;
    const fn = await startFunction(id, { ...variables, NODE_OPTIONS: surroundings });
    if (id === 'Web') {
      const event = { version: '2.0', rawPath: '/health', rawQueryString: '', headers: { host: 'api' }, requestContext: { domainName: 'api', http: { method: 'GET', path: '/health' } }, isBase64Encoded: false };
      expect(await fn.invoke<HttpAnswer>(event)).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    }
    if (id === 'Fallback') expect(await fn.invoke<HttpAnswer>({ body: 'From=%2B447700900123' })).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } });
    fn.stop();
  });
});
