import * as z from 'zod';
import { Address } from './address.ts';
import { Fact } from './fact.ts';
import { Instant } from './instant.ts';
import { OwedMessage } from './owed-message.ts';
import { Language, Region } from './region.ts';

export const Pace = z.enum(['daily', 'taper', 'twice_a_week', 'weekly']);
export type Pace = z.infer<typeof Pace>;

/** Why notes rest. Only `pause`, `lows` and `missed` may end by time. */
export const HoldReason = z.enum(['pause', 'crisis', 'quiet', 'question', 'lows', 'missed']);
export type HoldReason = z.infer<typeof HoldReason>;

export const Hold = z.object({ reason: HoldReason, since: Instant, until: Instant.optional() });
export type Hold = z.infer<typeof Hold>;

/** One bit about danger or age, kept until `until` (requirements: three bits, each with an expiry). */
export const Flag = z.object({ since: Instant, until: Instant });
export type Flag = z.infer<typeof Flag>;
export type FlagName = 'safe' | 'noContact' | 'adultOnly';

/** What a sign-up form asked for besides the programme; counts from its confirmation on (E4). */
export const OfferSettings = z.object({
  zone: z.string(),
  region: Region,
  language: Language,
  isPrivate: z.boolean(),
  /** Keyed hash of the PIN for the full export (P1). */
  pinKey: z.string().optional(),
});
export type OfferSettings = z.infer<typeof OfferSettings>;

export const Offer = z.object({ programme: z.string(), askedAt: Instant, wording: z.string(), settings: OfferSettings.optional() });
export type Offer = z.infer<typeof Offer>;

export const Enrolment = z.object({
  programme: z.string(),
  /** Number of the next note, from 1; one past the last means the closing note. */
  nextNote: z.number().int().min(1),
  startedAt: Instant,
  /** When the next note is planned, jitter included. Absent while nothing can be planned. */
  dueAt: Instant.optional(),
  /** Notes still to be sent in their soft text. */
  softNotes: z.number().int().min(0),
  /** Least hours between notes after a low check-in; only the person's own FASTER or DAILY ends it. */
  gapHours: z.number().int().min(0).optional(),
  /** Check-ins in a row left unanswered. */
  missed: z.number().int().min(0),
  /** The last check-in asked; `answered` once a number was recorded. */
  checkIn: z.object({ note: z.number().int(), askedAt: Instant, answered: z.boolean(), askedAgain: z.boolean() }).optional(),
  /** The sign-up text asked about contact, so notes that reach out may be sent (X18). */
  contactAsked: z.boolean(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const Band = z.object({ value: z.number().int().min(1).max(5), at: Instant });
export type Band = z.infer<typeof Band>;

/** One record per address: all that is known of one person on one channel. */
export const Subscriber = z.object({
  /** Keyed hash of the address. */
  id: z.string().min(16),
  address: Address,
  version: z.number().int().min(0),
  region: Region,
  language: Language,
  /** IANA zone the person told us; otherwise candidates come from the number. */
  zone: z.string().optional(),
  /** Local hour notes may begin, 9 to 19, when the person chose one. */
  hour: z.number().int().min(9).max(19).optional(),
  pace: Pace,
  isPrivate: z.boolean(),
  /** `none` until GO; `withdrawn` means nothing we initiate may reach this address (O9). */
  consent: z.enum(['none', 'given', 'withdrawn']),
  consentAt: Instant.optional(),
  offer: Offer.optional(),
  enrolment: Enrolment.optional(),
  /** When the last scheduled note went, of any programme: at most one a day (S8). */
  lastNoteAt: Instant.optional(),
  hold: Hold.optional(),
  flags: z.object({ safe: Flag.optional(), noContact: Flag.optional(), adultOnly: Flag.optional() }),
  /** The safety line was asked again and waits for GO. */
  gateAskedAt: Instant.optional(),
  forgetAskedAt: Instant.optional(),
  /** Last check-in answers, oldest first, 30 days at most. */
  bands: z.array(Band).max(6),
  /** Where MORE goes on from. */
  deck: z.object({ topic: z.string(), card: z.number().int().min(1) }).optional(),
  /** Answers and signposts given on one UTC day (15 a day; X21). */
  today: z.object({ day: z.string().regex(/^\d{4}-\d\d-\d\d$/), answers: z.number().int(), signposts: z.number().int() }).optional(),
  /** Sign-up texts that were never answered, for life (X21). */
  unansweredOffers: z.number().int().min(0),
  /** Provider code 30004 in a row (O14). */
  blockedCount: z.number().int().min(0),
  owed: OwedMessage.optional(),
  facts: z.array(Fact).max(20),
  /** Next moment anything must happen; absent keeps the person out of the index. */
  wakeAt: Instant.optional(),
  /** FORGET ME: when the provider's records are deleted and the address itself goes (P2). */
  purgeAt: Instant.optional(),
  /** The other address of the same person. */
  linkedId: z.string().optional(),
  /** A link with another address that waits for the other side; `from`: which side asked first (O13). */
  linkAsked: z.object({ otherId: z.string(), at: Instant, from: z.enum(['here', 'there']) }).optional(),
  /** Keyed hash of the PIN for the full export (P1). */
  pinKey: z.string().optional(),
  /** Stored by a newer build and unknown to this one; written back untouched. */
  carried: z.record(z.string(), z.unknown()).optional(),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Somebody who never wrote before. */
export const newSubscriber = (id: string, address: Address, region: Region): Subscriber => ({
  id,
  address,
  version: 0,
  region,
  language: 'en',
  pace: 'taper',
  isPrivate: false,
  consent: 'none',
  flags: {},
  bands: [],
  unansweredOffers: 0,
  blockedCount: 0,
  facts: [],
});
