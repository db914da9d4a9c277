import * as z from 'zod';
import { Language, Region } from './region.ts';

export const Guard = z.enum(['open', 'care', 'safety']);

/** A text in the languages it exists in; English always. */
export const Words = z.object({ en: z.string().min(1), es: z.string().min(1).optional() });
export type Words = z.infer<typeof Words>;

export const Review = z.union([z.literal('pending'), z.object({ by: z.string(), on: z.string().regex(/^\d{4}-\d\d-\d\d$/) })]);

/** One card of a topic's deck. Its text id is `topic.<topic>.<n>`. */
export const Card = z.object({
  id: z.string(),
  covers: z.array(z.string()),
  guard: Guard,
  sms: Words,
  /** The card touches on getting in touch, talking or waiting: which flags lock it. */
  lockedBy: z.array(z.enum(['safe', 'noContact'])),
});
export type Card = z.infer<typeof Card>;

export const Topic = z.object({
  id: z.string(),
  /** The word people text, upper case. */
  keyword: z.string(),
  /** Other words taken as the same, upper case, spaces removed. */
  also: z.array(z.string()),
  title: z.string(),
  /** May be sent under SAFE (X15). */
  allowedUnderSafe: z.boolean(),
  lockedBy: z.array(z.enum(['safe', 'noContact'])),
  /** `false` for SAFE, CRISIS, LEAVE and NOCONTACT: MORE never continues them (X14). */
  continues: z.boolean(),
  next: z.array(z.string()),
  cards: z.array(Card).min(1),
  review: Review,
});
export type Topic = z.infer<typeof Topic>;

export const LatePolicy = z.enum(['send', 'shift', 'skip', 'expire']);
export type LatePolicy = z.infer<typeof LatePolicy>;

export const MailText = z.object({ subject: z.string(), preheader: z.string(), standard: z.string(), soft: z.string() });

/** One numbered note. Text ids: `<id>` and `<id>.soft`, replies `<id>.low|mid|high`. */
export const Note = z.object({
  id: z.string(),
  number: z.number().int().min(1),
  covers: z.array(z.string()),
  guard: Guard,
  sms: z.object({ standard: Words, soft: Words }),
  email: MailText.optional(),
  /** Asks 1 to 5; the replies answer low (1-2), mid (3), high (4-5). */
  checkIn: z.object({ low: Words, mid: Words, high: Words }).optional(),
  /** Invites contact with the loved one: soft text under NOCONTACT or unasked contact (X18). */
  outreach: z.boolean(),
  late: LatePolicy,
  minDaysAfterPrevious: z.number().int().min(1).optional(),
});
export type Note = z.infer<typeof Note>;

export const Programme = z.object({
  id: z.string(),
  /** The word after JOIN that we print; `also` are other accepted forms, upper case. */
  word: z.string(),
  also: z.array(z.string()),
  title: z.string(),
  summary: z.string(),
  /** `none` opens for everybody; the others show the safety line before GO. */
  gate: z.enum(['none', 'light', 'safety', 'strict']),
  closedBy: z.array(z.enum(['safe', 'noContact'])),
  /** Low check-ins suggest moving here. */
  gentler: z.string().optional(),
  notes: z.array(Note).min(1),
  review: Review,
});
export type Programme = z.infer<typeof Programme>;

/** Help lines of one region; every number in every text comes from here (X7). */
export const Helplines = z.object({
  region: Region,
  emergency: z.string(),
  crisis: z.string(),
  abuse: z.string(),
  child: z.string(),
  harm: z.string(),
  /** How to reach help without speaking. */
  silent: z.string(),
  /** The same phrases inside Spanish texts. */
  es: z
    .object({
      emergency: z.string(),
      crisis: z.string(),
      abuse: z.string(),
      child: z.string(),
      harm: z.string(),
      silent: z.string(),
    })
    .optional(),
  /** Start words of this region's text lines and where they belong, upper case: { HOME: "741741" }. */
  startWords: z.record(z.string(), z.string()),
  lines: z.array(
    z.object({
      kind: z.enum(['emergency', 'crisis', 'abuse', 'child', 'harm', 'silent', 'directory']),
      name: z.string(),
      reach: z.string(),
      hours: z.string(),
      source: z.string(),
      verifiedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
      verifiedBy: z.string(),
      withdrawn: z.boolean().optional(),
    }),
  ),
});
export type Helplines = z.infer<typeof Helplines>;

/** Everything the compiler makes of content/. */
export const Content = z.object({
  /** First 12 hex digits of SHA-256 over all sources. */
  version: z.string(),
  topics: z.record(z.string(), Topic),
  programmes: z.record(z.string(), Programme),
  phrases: z.record(z.string(), Words),
  helplines: z.record(Region, Helplines),
  /** Lower-case town or region name → IANA zone, for ZONE <town>. */
  towns: z.record(z.string(), z.string()),
});
export type Content = z.infer<typeof Content>;

/** Who runs this line; fills {service}, {privacy}, {contact}. */
export const Profile = z.object({
  serviceName: z.string(),
  privacyUrl: z.string(),
  /** A number with people behind it, if the operator has one (X12). */
  staffedNumber: z.string().optional(),
  optOutMode: z.enum(['none', 'default', 'advanced']),
  /** What every mail names: the domain of its list and the operator's postal address (E1). */
  mail: z.object({ domain: z.string(), postalAddress: z.string() }).optional(),
});
export type Profile = z.infer<typeof Profile>;

export type TextLanguage = Language;
