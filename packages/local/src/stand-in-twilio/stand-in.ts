import * as z from 'zod';
import { deliveries } from './callbacks.ts';
import { carrier } from './carrier.ts';
import type { CarrierTexts, OptOutMode } from './carrier.ts';
import { faultLine } from './faults.ts';
import { Message } from './message.ts';
import { messageBook } from './message-book.ts';
import type { WebhookTarget } from './webhook.ts';

export interface StandInOptions extends WebhookTarget {
  accountSid: string;
  messagingServiceSid: string;
  optOutMode: OptOutMode;
  /** The service's own number, E.164. */
  number?: string;
  /** Called when the webhook fails, as set in Twilio's console. */
  fallbackUrl?: string;
  /** What Twilio answers to STOP, START and HELP by itself. */
  carrierTexts?: CarrierTexts;
  callbackDelayMs?: number;
  /** Milliseconds since 1970; the real clock without it. */
  now?: () => number;
}

export const StandInState = z.object({ messages: z.array(Message), blocked: z.array(z.string()) });
export type StandInState = z.infer<typeof StandInState>;

export type StandIn = ReturnType<typeof createStandIn>;

/** A Twilio account in memory: its messages, its carrier, its faults and its clock. */
export function createStandIn(options: StandInOptions) {
  const clock = settableClock(options.now ?? Date.now);
  const account = { ...options, number: options.number ?? '+15005550006', callbackDelayMs: options.callbackDelayMs ?? 20, now: clock.now };
  const book = messageBook();
  const line = carrier(options.optOutMode, options.carrierTexts);
  const dump = (): StandInState => ({ messages: book.all(), blocked: [...line.blocked] });
  const restore = (state: unknown): void => {
    const { messages, blocked } = StandInState.parse(state);
    book.clear();
    line.blocked.clear();
    for (const message of messages) book.add(message);
    for (const number of blocked) line.blocked.add(number);
  };
  return { account, book, carrier: line, clock, faults: faultLine(), deliveries: deliveries(account), dump, restore };
}

/** Runs with `real` until it is set, then stands still at what it was set to. */
function settableClock(real: () => number) {
  let fixed: number | undefined;
  return { now: (): number => fixed ?? real(), set: (at: number | undefined): void => void (fixed = at) };
}
