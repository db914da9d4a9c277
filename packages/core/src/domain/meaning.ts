import type { Language } from './region.ts';

/** What kind of danger a text speaks of. */
export type Concern = 'self_harm' | 'abuse' | 'harm_others';

/** What we know about the sender that changes how a text is read. */
export interface ReadingState {
  /** A check-in was asked within the last 36 hours. */
  checkInOpen: boolean;
  /** A safety line was shown (JOIN or RESUME) and waits for GO; yes and no speak to it. */
  gateOpen: boolean;
  isOptedOut: boolean;
  /** Our last texts, newest first, to cut them out of quotes (X19). */
  ourTexts?: readonly string[];
}

export type Command =
  | { name: 'pause'; days?: number }
  | { name: 'resume' }
  | { name: 'slower' }
  | { name: 'faster' }
  | { name: 'daily' }
  | { name: 'later' }
  /** `at` is local time, HH:MM, as the person said it; the engine clamps it. */
  | { name: 'time'; at?: string }
  | { name: 'zone'; place?: string }
  | { name: 'status' }
  | { name: 'private' }
  | { name: 'menu' }
  | { name: 'human' }
  | { name: 'my_data' }
  | { name: 'forget_me' }
  | { name: 'more' }
  /** `programme` is our id; absent when none or an unknown one was named. */
  | { name: 'join'; programme?: string }
  | { name: 'language'; language: Language }
  /** Link this phone with a mailbox; `address` is absent where none could be read. */
  | { name: 'email'; address?: string };

export type KeywordMatch = 'exact' | 'typing_error' | 'in_sentence';

export type Sense =
  | { kind: 'opt_out'; how: 'word' | 'plain' }
  | { kind: 'opt_out_unsure' }
  | { kind: 'opt_in'; word: 'START' | 'UNSTOP' }
  | { kind: 'help' }
  /** `person`: who is in danger. `optOut`: the text also asks us, plainly, to stop. */
  | { kind: 'crisis'; concern: Concern; person: 'self' | 'other'; optOut: boolean; child?: boolean }
  /** Harm whose direction cannot be told ("STALK"): lines and a question, no flag. */
  | { kind: 'unclear_danger' }
  /** "Don't reply, he's here": nothing may be sent. */
  | { kind: 'quiet' }
  /** A helpline's start word that reached us by mistake. */
  | { kind: 'helpline_word'; word: string }
  /** An age under 18; `topics` is what else the text is about, best first. */
  | { kind: 'minor'; topics?: string[] }
  | { kind: 'check_in'; value: 1 | 2 | 3 | 4 | 5 }
  /** A check-in is open and the answer cannot be read as one number. */
  | { kind: 'check_in_unclear' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'go' }
  | { kind: 'command'; command: Command }
  | { kind: 'keyword'; topic: string; match: KeywordMatch }
  | { kind: 'topic'; topic: string; others: string[] }
  /** Unsure: the best three topics, best first. */
  | { kind: 'clarify'; topics: string[] }
  | { kind: 'courtesy' }
  | { kind: 'greeting' }
  /** Digits outside a check-in; `value` when it is one number from 1 to 5. */
  | { kind: 'stray_number'; value?: 1 | 2 | 3 | 4 | 5 }
  | { kind: 'reaction' }
  | { kind: 'unknown' };

/** A reading with its reason: `rule` is a closed id, `because` is for the local trace only. */
export type Meaning = Sense & { rule: string; because: string };
