import * as z from 'zod';
import { PhoneNumber } from './address.ts';
import { isZone } from './local-time.ts';
import { Pace } from './subscriber.ts';
import type { Instant } from './instant.ts';

/** What the preferences page shows. No flag, no reason of a rest, no check-in answer. */
export interface Preferences {
  state: 'on' | 'resting' | 'none' | 'unsubscribed';
  pace: Pace;
  isPrivate: boolean;
  /** Local hour notes begin, 9 to 19, when chosen. */
  hour?: number;
  /** IANA name. */
  zone?: string;
  /** Our id of the programme; absent under PRIVATE and where none runs. */
  programme?: string;
  /** When the next note is planned. */
  nextNoteAt?: Instant;
  /** Resuming needs the safety line answered again: show it, and send `gate: 'clear'` (X5). */
  needsGate: boolean;
  /** A phone of theirs is linked; `asked`: it waits for `EMAIL <address>` from that phone. */
  phone: 'none' | 'asked' | 'linked';
}

/** `gate: 'clear'`: the safety line was shown with this form and answered "no" to all of it. */
const gate = z.literal('clear').optional();

/** One change a person makes on the page. */
export const PreferenceChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pace'), pace: Pace }),
  z.object({ kind: z.literal('hour'), hour: z.coerce.number().int().min(9).max(19) }),
  z.object({ kind: z.literal('zone'), zone: z.string().refine(isZone) }),
  z.object({ kind: z.literal('programme'), programme: z.string().min(1).max(24), gate, ip: z.string().max(45) }),
  /** Without `days`, or under a danger flag, until resumed. */
  z.object({ kind: z.literal('pause'), days: z.coerce.number().int().min(1).max(90).optional() }),
  z.object({ kind: z.literal('resume'), gate }),
  z.object({ kind: z.literal('private'), isPrivate: z.boolean() }),
  z.object({ kind: z.literal('link_phone'), phone: PhoneNumber }),
]);
export type PreferenceChange = z.infer<typeof PreferenceChange>;
