import * as fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countSegments } from '@breathing-room/core/domain/segment';

const flag = '🇮🇪';
const family = '👨‍👩‍👧‍👦';

describe('countSegments, stored vectors (C2)', () => {
  it.each([
    ['nothing', '', 'GSM-7', 0, 1],
    ['160 plain characters', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 plain characters', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['two full parts', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['one more', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['an extension character counts twice', '€', 'GSM-7', 2, 1],
    ['80 extension characters', '€'.repeat(80), 'GSM-7', 160, 1],
    ['an extension character is not cut in two', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['Greek capitals are GSM-7', 'ΔΦΓΛΩΠΨΣΘΞ', 'GSM-7', 10, 1],
    ['a small c with cedilla is not', 'ç', 'UCS-2', 1, 1],
    ['a backtick is not', '`', 'UCS-2', 1, 1],
    ['a curly apostrophe turns all into UCS-2', `${'a'.repeat(70)}’`, 'UCS-2', 71, 2],
    ['70 in UCS-2', 'í'.repeat(70), 'UCS-2', 70, 1],
    ['71 in UCS-2', 'í'.repeat(71), 'UCS-2', 71, 2],
    ['134 in UCS-2', 'í'.repeat(134), 'UCS-2', 134, 2],
    ['135 in UCS-2', 'í'.repeat(135), 'UCS-2', 135, 3],
    ['an emoji takes two units', '😀'.repeat(35), 'UCS-2', 35, 1],
    ['an emoji is not cut in two', `${'a'.repeat(66)}😀aaa`, 'UCS-2', 70, 2],
    ['a flag is one character of four units', flag.repeat(18), 'UCS-2', 18, 2],
    ['a family is one character of eleven units', family.repeat(7), 'UCS-2', 7, 2],
    ['a line break of two characters counts as two', 'a\r\nb', 'GSM-7', 4, 1],
    ['the same in UCS-2', 'í\r\nb', 'UCS-2', 4, 1],
    ['a lone surrogate is counted, not thrown at', '\ud83d', 'UCS-2', 1, 1],
  ])('%s', (...[, text, encoding, characters, segments]) => {
    expect(countSegments(text)).toEqual({ encoding, characters, segments });
    expect(byCalculator(text)).toEqual({ encoding, characters, segments });
  });
});

describe("countSegments against Twilio's calculator", () => {
  const plain = fc.constantFrom(...'aeiouns .,?!1@$_\n\r£¥èéùìòÇØøÅåΔΩÆß¤¡ÄÖÑÜ§¿äöñüà', ' the', ' space', '\r\n');
  const extended = fc.constantFrom(...'^{}\\[~]|€\f');
  const other = fc.constantFrom(...'íóúáç’“”–…•`´ŁжЖ日本語한', 'e\u0301', '\u200b', '\u00a0', '\ud83d', '\udc00');
  const emoji = fc.constantFrom('😀', '❤️', '👍🏽', family, '👩🏽‍🚀', flag, '🇺🇸', '🏳️‍🌈', '1️⃣', '🇮', '☺');
  const gsm = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: extended });
  const mixed = fc.oneof({ weight: 14, arbitrary: gsm }, { weight: 2, arbitrary: other }, { weight: 1, arbitrary: emoji });

  // The calculator's time grows with the square of the length, so most texts end near the second part.
  it.each([
    [6000, 'GSM-7', textOf(gsm, 180)],
    [500, 'long GSM-7', textOf(gsm, 480)],
    [12_500, 'mixed', textOf(mixed, 90)],
    [1000, 'long mixed', textOf(mixed, 180)],
  ])(
    'is equal on %i %s texts',
    (numRuns, _, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          const [ours, theirs] = [countSegments(text), byCalculator(text)];
          return ours.encoding === theirs.encoding && ours.characters === theirs.characters && ours.segments === theirs.segments;
        }),
        { numRuns },
      );
    },
    60_000,
  );
});

function textOf(piece: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  return fc.array(piece, { minLength: 0, maxLength: most, size: 'max' }).map((pieces) => pieces.join(''));
}

function byCalculator(text: string) {
  const message = new SegmentedMessage(text);
  return { encoding: message.encodingName, characters: message.numberOfCharacters, segments: message.segmentsCount };
}
