import { numberOf } from './numbers.ts';

/** Words for one hour; `evenings` names none, and is asked back. */
const named: Record<string, string> = {
  noon: '12:00',
  midday: '12:00',
  lunchtime: '12:00',
  lunch: '12:00',
  midnight: '00:00',
  mediodia: '12:00',
};
const clock = /(?:^|[^\d:])(\d{1,2}|[a-z]{3,6})(?:[:.h](\d\d))?\s*(a\.?m\b|p\.?m\b|o'?clock)?(?![\d:])/g;
const partOfDay = /\b(morning|afternoon|evening|night|tonight)s?\b/;

/** `half six`, `half past six`, `quarter to ten`, `seven thirty`, `1330` as the clock shows them. */
const asClock = (low: string): string =>
  low
    .replace(/\b([01]\d|2[0-3])([0-5]\d)\b/g, '$1:$2')
    .replace(/\bhalf (?:past |passed )?(\d{1,2}|[a-z]{3,6})\b/g, (_, hour: string) => `${numberOf(hour) ?? hour}:30`)
    .replace(
      /\bquarter (past|passed|to) (\d{1,2}|[a-z]{3,6})\b/g,
      (all, side: string, said: string) => quarter(side, numberOf(said)) ?? all,
    )
    .replace(/\b(\d{1,2}|[a-z]{3,6}) (thirty|fifteen)\b/g, (all, said: string, minutes: string) =>
      numberOf(said) === undefined ? all : `${numberOf(said)}:${minutes === 'thirty' ? '30' : '15'}`,
    );

const quarter = (side: string, hour: number | undefined): string | undefined => {
  if (hour === undefined || hour < 1) return undefined;
  return side !== 'to' ? `${hour}:15` : `${hour === 1 ? 12 : hour - 1}:45`;
};

/** A time of day as `HH:MM`, as said: `8pm` is 20:00, a bare 1 to 7 is taken as afternoon. */
export const readHour = (text: string): string | undefined => {
  const low = asClock(text.toLowerCase().slice(0, 200));
  for (const found of low.matchAll(clock)) {
    const at = hourOf(found[1] ?? '', found[2], found[3], partOfDay.exec(low)?.[1]);
    if (at !== undefined) return at;
  }
  const word = low.match(/[a-z]+/g)?.find((each) => Object.hasOwn(named, each));
  return word === undefined ? undefined : named[word];
};

const hourOf = (said: string, minutes: string | undefined, half: string | undefined, part: string | undefined): string | undefined => {
  const hour = numberOf(said);
  if (hour === undefined || hour > 24 || Number(minutes ?? 0) > 59) return undefined;
  return `${String(toDayHour(hour, half, part) % 24).padStart(2, '0')}:${minutes ?? '00'}`;
};

const toDayHour = (hour: number, half: string | undefined, part: string | undefined): number => {
  const isMorning = half?.startsWith('a') === true || (half === undefined && part === 'morning');
  const isLate = half?.startsWith('p') === true || (part !== undefined && part !== 'morning');
  if (isMorning) return hour === 12 ? 0 : hour;
  if (isLate) return hour < 12 ? hour + 12 : hour;
  return hour >= 1 && hour <= 7 ? hour + 12 : hour;
};
