import type { Band, FlagName, Hold, HoldReason, Subscriber } from '../domain/subscriber.ts';
import { codeTable } from './code-table.ts';
import { packCount, packLine, packOptionalTime, packTime, readCount, readLine, readOptionalTime, readTime } from './packed-line.ts';
import { present } from './present.ts';

const holdReasons = codeTable<HoldReason>({ pause: 'p', crisis: 'c', quiet: 'q', question: 'u', lows: 'l', missed: 'm' });
const flagNames = codeTable<FlagName>({ safe: 's', noContact: 'n', adultOnly: 'a' });

export const packHold = ({ reason, since, until }: Hold): string =>
  packLine([holdReasons.codeOf(reason), packTime(since), packOptionalTime(until)]);

export const readHold = (line: string): unknown => {
  const [reason, since, until] = readLine(line);
  return present({ reason: holdReasons.wordOf(reason), since: readOptionalTime(since), until: readOptionalTime(until) });
};

/** One line for each flag; undefined when there is none. */
export const packFlags = (flags: Subscriber['flags']): string | undefined => {
  const lines = (['safe', 'noContact', 'adultOnly'] as const).flatMap((name) => {
    const flag = flags[name];
    return flag === undefined ? [] : [flagNames.codeOf(name) + packTime(flag.since) + packTime(flag.until)];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
};

export const readFlags = (lines: string): unknown =>
  Object.fromEntries(
    lines
      .split('\n')
      .map((line) => [flagNames.wordOf(line.slice(0, 1)) ?? line, { since: readTime(line.slice(1, 7)), until: readTime(line.slice(7)) }]),
  );

/** `3tmr2x8`: the answer and its time, a space between answers. */
export const packBands = (bands: readonly Band[]): string | undefined =>
  bands.length === 0 ? undefined : bands.map(({ value, at }) => String(value) + packTime(at)).join(' ');

export const readBands = (line: string): unknown =>
  line.split(' ').map((band) => ({ value: Number(band.slice(0, 1)), at: readTime(band.slice(1)) }));

export const packDeck = ({ topic, card }: NonNullable<Subscriber['deck']>): string => packLine([topic, packCount(card)]);

export const readDeck = (line: string): unknown => {
  const [topic, card] = readLine(line);
  return { topic, card: readCount(card) };
};

/** The day is written as its first second, so that it takes six digits. */
export const packToday = ({ day, answers, signposts }: NonNullable<Subscriber['today']>): string =>
  packLine([packTime(`${day}T00:00:00Z`), packCount(answers), packCount(signposts)]);

export const readToday = (line: string): unknown => {
  const [day, answers, signposts] = readLine(line);
  return { day: readOptionalTime(day)?.slice(0, 10), answers: readCount(answers), signposts: readCount(signposts) };
};
