import type { Message } from './message.ts';

export interface ListFilter {
  to?: string;
  from?: string;
  /** Whole days, `YYYY-MM-DD`, of the day a message was sent. */
  sentOn?: string;
  sentFrom?: string;
  sentUntil?: string;
}

/** All messages of the account, in memory, found by number without a scan. */
export function messageBook() {
  const bySid = new Map<string, Message>();
  const byNumber = new Map<string, Message[]>();
  const add = (message: Message): Message => {
    bySid.set(message.sid, message);
    for (const number of new Set([message.to, message.from])) push(byNumber, number, message);
    return message;
  };
  const remove = (sid: string): void => {
    const message = bySid.get(sid);
    if (message === undefined) return;
    bySid.delete(sid);
    for (const number of [message.to, message.from])
      byNumber.set(
        number,
        (byNumber.get(number) ?? []).filter((other) => other.sid !== sid),
      );
  };
  const list = (filter: ListFilter): Message[] => {
    const number = filter.to ?? filter.from;
    const within = number === undefined ? [...bySid.values()] : (byNumber.get(number) ?? []);
    return within.filter((message) => matches(message, filter)).reverse();
  };
  return {
    add,
    remove,
    list,
    get: (sid: string) => bySid.get(sid),
    all: () => [...bySid.values()],
    clear: () => {
      bySid.clear();
      byNumber.clear();
    },
  };
}

export type MessageBook = ReturnType<typeof messageBook>;

function push(index: Map<string, Message[]>, number: string, message: Message): void {
  const known = index.get(number);
  if (known === undefined) index.set(number, [message]);
  else known.push(message);
}

function matches(message: Message, { to, from, sentOn, sentFrom, sentUntil }: ListFilter): boolean {
  if (to !== undefined && message.to !== to) return false;
  if (from !== undefined && message.from !== from) return false;
  if (sentOn === undefined && sentFrom === undefined && sentUntil === undefined) return true;
  if (message.sentAt === null) return false;
  const day = new Date(message.sentAt).toISOString().slice(0, 10);
  return (sentOn ?? day) === day && (sentFrom ?? day) <= day && (sentUntil ?? day) >= day;
}
