import type { Phone } from '../../phone-list.ts';
import type { ClockAnswer, Message, MoveAnswer, PersonAnswer, TextAnswer } from '../local-answers.ts';

/** The service answered, and said no; its words are meant for people. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

const phonePath = (number: string): string => `/local/phones/${encodeURIComponent(number)}`;

export const askPhones = (): Promise<Phone[]> => ask('/local/phones');
export const askPhone = (number: string): Promise<Phone> => ask(phonePath(number));
export const askMessages = (number: string): Promise<Message[]> => ask(`${phonePath(number)}/messages`);
export const askPerson = (number: string): Promise<PersonAnswer> => ask(`/local/people/${encodeURIComponent(number)}`);
export const askClock = (): Promise<ClockAnswer> => ask('/local/clock');

export const sendText = (number: string, body: string): Promise<TextAnswer> => ask(`${phonePath(number)}/messages`, { body });

/** An ISO 8601 duration, or on to the next moment anything is due. */
export const moveClock = (move: { advance: string } | { to: 'next' }): Promise<MoveAnswer> => ask('/local/clock', move);

/** @throws RefusedError when the service says no; TypeError when it is not there. */
async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : post);
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new RefusedError(answer.error ?? `The service answered ${response.status}.`);
  return answer;
}
