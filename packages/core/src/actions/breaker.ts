import type { Channel } from '../domain/address.ts';
import type { Services } from '../services.ts';

/** The switch that keeps a channel's notes back until the operator has mended it (S5): a carrier's trouble holds no mail. */
export const breakerOf = (channel: Channel): string => `breaker-${channel}`;

/** `why`: the rule that opened it. */
export const openBreaker = ({ store, clock }: Pick<Services, 'store' | 'clock'>, channel: Channel, why: string): Promise<void> =>
  store.writeSwitch(breakerOf(channel), { on: true, why, at: clock.now() });
