import { describe, expect, test } from 'vitest';
import { traceBook } from '@breathing-room/local/trace-book';
import { localPage } from '../../packages/local/src/page/local-page.tsx';

const at = '2026-11-23T15:41:00Z';
const reasons = [{ rule: 'keyword.exact', because: 'It was asked for.' }];

describe('what the page is served as', () => {
  test('is a shell that names only files of its own (P7)', async () => {
    const response = await localPage().request('/phones');
    const shell = await response.text();
    expect(shell).toMatch(/^<!doctype html><html lang="en">/);
    expect([...shell.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual(['/page.svg', '/page.css', '/page.js']);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; base-uri 'none'/);
  });

  test.for([
    ['/page.js', 'text/javascript', 60_000],
    ['/page.css', 'text/css', 20_000],
    ['/page.svg', 'image/svg+xml', 1000],
  ] as const)('gives %s as %s and keeps it small', async ([path, type, most]) => {
    const response = await localPage().request(path);
    const body = await response.text();
    expect(response.headers.get('content-type')).toContain(type);
    expect(body.length).toBeGreaterThan(100);
    expect(body.length).toBeLessThan(most);
    expect(body).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });
});

describe('the reason kept for a text', () => {
  test('is the one decided since the text came', () => {
    const book = traceBook();
    book.add('someone', { at, reasons });
    expect(book.attach('someone', 'SM1', at)).toEqual({ at, reasons, about: 'SM1' });
    expect(book.of('someone')).toEqual([{ at, reasons, about: 'SM1' }]);
  });

  test('is none when nothing was decided since, or the last was about another text', () => {
    const book = traceBook({ early: [{ at, reasons }], taken: [{ at, reasons, about: 'SM1' }] });
    expect(book.attach('early', 'SM2', '2026-11-23T15:41:01Z')).toBeUndefined();
    expect(book.attach('taken', 'SM2', at)).toBeUndefined();
    expect(book.attach('nobody', 'SM2', at)).toBeUndefined();
  });
});
