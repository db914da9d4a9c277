import type { Instant } from '@breathing-room/core/domain/instant';
import type { SendWindow } from '@breathing-room/core/domain/quiet-hours';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import type { Trace } from '../trace-book.ts';

/** What the local API answers, as the page reads it. */
export interface Message {
  id: string;
  from: 'phone' | 'service' | 'carrier';
  /** Sent because the clock came to it, not as an answer. */
  isNote: boolean;
  at: Instant;
  body: string;
  status: string;
  errorCode: number | null;
}

export interface Coming {
  at: Instant;
  id: string;
  body: string;
  because: string;
}

export interface PersonAnswer {
  record: Subscriber;
  decisions: Trace[];
  coming: Coming[];
  /** When notes may go, now or next; absent while no zone is known. */
  window?: SendWindow;
}

export interface ClockAnswer {
  now: Instant;
  next?: Instant;
}

export interface MoveAnswer extends ClockAnswer {
  /** Named counts of what ran. */
  counts: Record<string, number>;
}

export interface TextAnswer {
  answers: string[];
  autoReply?: string;
  /** Answers the carrier did not let through. */
  refused: number;
  status?: number;
  why: Trace['reasons'];
}
