import { epochSeconds, type Instant, instantAt } from '@breathing-room/core/domain/instant';
import type { Clock } from '@breathing-room/core/ports';

/** A clock that runs with the machine's and can be moved forward; never back. */
export interface LocalClock extends Clock {
  moveTo(at: Instant): void;
  /** Seconds it is ahead of the machine's clock; kept over a restart. */
  aheadSeconds(): number;
}

/** `frozen` stands still between moves, so that stories always read the same. */
export function localClock({ aheadSeconds = 0, frozen }: { aheadSeconds?: number; frozen?: Instant }): LocalClock {
  const realSeconds = frozen === undefined ? () => Math.floor(Date.now() / 1000) : () => epochSeconds(frozen);
  let ahead = aheadSeconds;
  return {
    now: () => instantAt(realSeconds() + ahead),
    moveTo: (at) => void (ahead = Math.max(ahead, epochSeconds(at) - realSeconds())),
    aheadSeconds: () => ahead,
  };
}
