import type { Instant } from '@breathing-room/core/domain/instant';
import type { Phone } from '../../phone-list.ts';
import type { Message, PersonAnswer } from '../local-answers.ts';
import { askClock, askMessages, askPerson, askPhones } from './ask-local.ts';

/** What the page shows: every phone, one of them picked up, and the clock. */
export interface DeskState {
  phones: Phone[];
  number: string;
  now: Instant;
  next?: Instant;
  messages: Message[];
  person?: PersonAnswer;
}

/** Reads everything that is shown anew. Phones that never texted are kept. */
export async function readDesk(number: string, known: readonly Phone[]): Promise<DeskState> {
  const [phones, clock, messages, person] = await Promise.all([askPhones(), askClock(), askMessages(number), askPerson(number)]);
  const silent = known.filter((phone) => phones.every((listed) => listed.number !== phone.number));
  return { phones: [...phones, ...silent.map((phone) => ({ ...phone, messages: 0 }))], number, ...clock, messages, person };
}

/** The zone shown for a phone: the one its person told us, else the first its number may be in. */
export function zoneOf({ phones, number, person }: DeskState): string {
  return person?.record.zone ?? phones.find((phone) => phone.number === number)?.zones[0] ?? 'UTC';
}

/** What came in from the other side since an earlier look, for the announcement. */
export function newSince(before: DeskState | undefined, after: DeskState): Message[] {
  if (before?.number !== after.number) return [];
  const seen = new Set(before.messages.map(({ id }) => id));
  return after.messages.filter(({ id, from }) => from !== 'phone' && !seen.has(id));
}

/** The next number of the same place that nobody has used. */
export function freshNumber(number: string, phones: readonly Phone[]): string {
  const used = new Set(phones.map((phone) => phone.number));
  const stem = number.slice(0, -4);
  for (let last = Number(number.slice(-4)) + 1; ; last++) {
    const candidate = `${stem}${String(last % 10_000).padStart(4, '0')}`;
    if (!used.has(candidate)) return candidate;
  }
}
