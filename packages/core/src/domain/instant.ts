import * as z from 'zod';

/**
 * A moment: ISO 8601, UTC, whole seconds, `2026-11-22T08:00:00Z`. Sorts as text. Marked pure, so that a
 * function that only reckons with moments carries no zod.
 */
export const Instant = /* @__PURE__ */ z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
export type Instant = z.infer<typeof Instant>;

/** The moment of a count of seconds since 1970. */
export const instantAt = (epochSeconds: number): Instant => new Date(Math.floor(epochSeconds) * 1000).toISOString().replace('.000Z', 'Z');

/** Seconds since 1970. */
export const epochSeconds = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

export const plusSeconds = (at: Instant, seconds: number): Instant => instantAt(epochSeconds(at) + seconds);
export const plusMinutes = (at: Instant, minutes: number): Instant => plusSeconds(at, minutes * 60);
export const plusHours = (at: Instant, hours: number): Instant => plusSeconds(at, hours * 3600);
export const plusDays = (at: Instant, days: number): Instant => plusSeconds(at, days * 86_400);

/** Seconds from one moment to another, negative when `to` is earlier. */
export const secondsBetween = (from: Instant, to: Instant): number => epochSeconds(to) - epochSeconds(from);

export const earliest = (...moments: (Instant | undefined)[]): Instant | undefined => moments.filter((at) => at !== undefined).sort()[0];

export const latest = (first: Instant, ...rest: (Instant | undefined)[]): Instant =>
  rest.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), first);
