import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusHours } from '@breathing-room/core/domain/instant';
import { LinkKeyError, signedLinks } from '@breathing-room/core/email/signed-links';
import type { LinkPurpose } from '@breathing-room/core/ports';

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const linksOf = (key: string) => signedLinks({ key, publicBaseUrl: 'https://line.example' });
const links = linksOf(base64(3));
const now = '2026-03-02T16:00:00Z';
const id = 'abcdefghijklmnopqrst-_';
const purposes: LinkPurpose[] = ['confirm', 'preferences', 'unsubscribe', 'check_in', 'data', 'forget'];
const tokenOf = (url: string): string => new URL(url).searchParams.get('t')!;

describe('a signed link', () => {
  it('names a page and holds 48 characters (E3)', () => {
    expect(purposes.map((purpose) => new URL(links.urlFor(purpose, id, now)).pathname)).toEqual([
      '/confirm',
      '/preferences',
      '/unsubscribe',
      '/check-in',
      '/my-data',
      '/forget',
    ]);
    expect(purposes.map((purpose) => tokenOf(links.urlFor(purpose, id, now)).length)).toEqual([48, 48, 48, 48, 48, 48]);
  });

  it('speaks for its person, at its moment, for its purpose only', () => {
    for (const purpose of purposes) {
      const token = tokenOf(links.urlFor(purpose, id, now));
      expect(purposes.filter((other) => links.read(token, other, now) !== undefined)).toEqual([purpose]);
      expect(links.read(token, purpose, now)).toEqual({ subscriberId: id, at: now });
    }
  });

  it('ends when it is older than asked, and never otherwise', () => {
    const token = tokenOf(links.urlFor('confirm', id, now));
    expect(links.read(token, 'confirm', plusHours(now, 48), 48)).toBeDefined();
    expect(links.read(token, 'confirm', plusHours(now, 49), 48)).toBeUndefined();
    expect(links.read(token, 'confirm', plusHours(now, 24 * 3650))).toBeDefined();
  });

  it('is forged by any change of any character', () => {
    const token = tokenOf(links.urlFor('unsubscribe', id, now));
    fc.assert(
      fc.property(fc.nat(47), fc.constantFrom(...'ABCXYZabcxyz0189-_'), (at, letter) => {
        fc.pre(token[at] !== letter);
        expect(links.read(token.slice(0, at) + letter + token.slice(at + 1), 'unsubscribe', now)).toBeUndefined();
      }),
    );
  });

  it('is forged by anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(links.read(text, 'unsubscribe', now)).toBeUndefined();
      }),
    );
    expect(links.read(tokenOf(linksOf(base64(4)).urlFor('unsubscribe', id, now)), 'unsubscribe', now)).toBeUndefined();
  });

  it('holds while its key is listed, whichever signs now', () => {
    const old = tokenOf(linksOf(`v1:${base64(3)}`).urlFor('unsubscribe', id, now));
    const rotated = linksOf(`v2:${base64(5)},v1:${base64(3)}`);
    expect(rotated.read(old, 'unsubscribe', now)).toBeDefined();
    expect(linksOf(`v2:${base64(5)}`).read(old, 'unsubscribe', now)).toBeUndefined();
    expect(links.read(tokenOf(rotated.urlFor('unsubscribe', id, now)), 'unsubscribe', now)).toBeUndefined();
  });

  it.each(['', 'short', `v0:${base64(3)}`, `v256:${base64(3)}`, `v1:${base64(3)},v1:${base64(4)}`, `v1:${base64(3)},`])(
    'needs a fit key, not "%s"',
    (key) => {
      expect(() => linksOf(key)).toThrow(LinkKeyError);
    },
  );
});
