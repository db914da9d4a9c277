/**
 * Says the same as the time code by another road: Intl.DateTimeFormat only, no Temporal, no search.
 * It knows the rule at one moment; the tests walk it over a year.
 */
export interface WallClock {
  date: string;
  hour: number;
  minute: number;
  isSunday: boolean;
}

export type ReadWallClock = (epochSeconds: number) => WallClock;

const kept = new Map<string, ReadWallClock>();

/** A formatter takes 50 µs to build, so each zone's is kept. */
export const wallClock = (zone: string): ReadWallClock => {
  const clock = kept.get(zone) ?? newClock(zone);
  kept.set(zone, clock);
  return clock;
};

const newClock = (zone: string): ReadWallClock => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (epochSeconds) => {
    const [, weekday, day, month, year, hour, minute] =
      /^(\w+), (\d\d)\/(\d\d)\/(\d+), (\d\d):(\d\d)$/.exec(format.format(epochSeconds * 1000)) ?? [];
    if (weekday === undefined) throw new Error('Intl writes the moment in another form than the oracle reads.');
    return { date: `${year}-${month}-${day}`, hour: Number(hour), minute: Number(minute), isSunday: weekday === 'Sun' };
  };
};

/** Q1 word for word: 10 to 17, Sunday from 12; a chosen hour for three hours, inside 9 to 20. */
export const isAllowedHour = ({ hour, isSunday }: WallClock, chosen: number | undefined): boolean => {
  if (chosen !== undefined) return hour >= chosen && hour < chosen + 3 && hour >= 9 && hour < 20;
  return hour >= (isSunday ? 12 : 10) && hour < 17;
};

/** Whether all clocks allow this moment. */
export const isAllowedBy = (clocks: readonly ReadWallClock[], chosen: number | undefined, epochSeconds: number): boolean =>
  clocks.every((read) => isAllowedHour(read(epochSeconds), chosen));
