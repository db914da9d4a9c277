import type { Entry } from './thread.ts';
import { sayTime } from './say-when.ts';

export interface Why {
  what: string;
  why: string;
  whyNow: string;
  /** Names of the rules that fired; for developers. */
  rules: string[];
}

type Explained = Extract<Entry, { reasons: unknown }>;

const noReason = 'The service gave no reason: it may not have been reached.';

/** What was done or left undone, why, and why at this moment. */
export function sayWhy(entry: Explained, zone: string): Why {
  const why = entry.reasons.map(({ because }) => asSentence(because)).join(' ') || noReason;
  return { what: sayWhat(entry), why, whyNow: sayWhyNow(entry, sayTime(entry.at, zone)), rules: entry.reasons.map(({ rule }) => rule) };
}

const asSentence = (words: string): string => {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
};

function sayWhat({ kind, reasons }: Explained): string {
  switch (kind) {
    case 'answer':
      return 'A direct answer.';
    case 'refused':
      return 'An answer that the carrier did not let through.';
    case 'note':
      return 'A note of the programme, sent by the clock.';
    case 'silence':
      return reasons.length === 0 ? 'No answer came.' : 'No answer, on purpose.';
    case 'event':
      return 'A change without a message.';
  }
}

function sayWhyNow({ kind }: Explained, time: string): string {
  switch (kind) {
    case 'answer':
      return 'They just wrote, and answers go at any hour.';
    case 'refused':
      return 'This number is opted out at the carrier.';
    case 'note':
      return `It was due, ${time} lies in the allowed hours here, and no other note had gone today.`;
    case 'silence':
      return 'Nothing is owed to this text, now or later.';
    case 'event':
      return `The clock reached ${time} here, the moment this was due.`;
  }
}
