import type { ContentDraft } from '../compile-content.ts';
import { matchesIn, type ContentText } from '../content-text.ts';
import type { Problem } from '../problem.ts';

/** Digits that could be dialled, and the short numbers of help lines. */
const phone = /(?<![\w{])\+?\d(?:[ \-.()]?\d){4,}(?!\w)|(?<![\w{.,])(?:911|999|988|112|000|111|211|116 123|1737)(?!\w)/g;
const address = /\bhttps?:\/\/\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:org|com|net|info|io|co|uk|ca|ie|au|nz|ly|me)\b(?:\/\S*)?/gi;
const shortener = /\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|lnkd\.in)\b/gi;
const named =
  /\b(Samaritans|Lifeline|Crisis Text Line|Childline|Childhelp|Trevor|Shout|thehotline|Relate|Women's Aid|Refuge|Respect Phoneline|Kids Help)\b/g;

/** X7 and C4: every number and address of help comes from the region file; no short links. */
export const lintNumbers = ({ texts }: ContentDraft): Problem[] => texts.flatMap((text) => [...dialled(text), ...linked(text)]);

const dialled = (text: ContentText): Problem[] => [
  ...matchesIn(text, phone, (found) => ({
    rule: 'X7 numbers',
    message: `"${found}" is a number in the text itself`,
    mend: 'use {emergency}, {crisis}, {abuse}, {child}, {harm} or {silent}: they follow the region',
  })),
  ...matchesIn(text, named, (found) => ({
    rule: 'X7 numbers',
    message: `"${found}" helps in some regions only`,
    mend: 'use the gap of the region; names live in content/helplines',
  })),
];

const linked = (text: ContentText): Problem[] => [
  ...matchesIn(text, shortener, (found) => ({ rule: 'C4 links', message: `"${found}" hides where it leads`, mend: 'no shortened links' })),
  ...matchesIn(text, address, (found) => ({
    rule: 'X7 numbers',
    message: `"${found}" is an address in the text itself`,
    mend: 'addresses come from the region file or from {privacy}',
  })),
];
