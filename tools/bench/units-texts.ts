import { receiveText } from '@breathing-room/core/actions/receive-text';
import type { InboundText } from '@breathing-room/core/domain/inbound-text';
import type { Instant } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import { itemSize } from '@breathing-room/core/dynamo/item-size';
import { largestTexter } from '../../tests/support/arbitrary-subscriber.ts';
import { lifeOf, type State } from './crowd.ts';
import { recordOf, writeItems } from './seed.ts';
import { type Cost, type Lab, openLab } from './units-lab.ts';

/** The largest record is a person of this very hour. */
const noon: Instant = '2026-11-22T12:00:00Z';

/** What each kind of text costs, by name; and the size of the largest legal record. */
export interface TextCosts {
  largestBytes: number;
  keyword: Cost;
  keywordOfLargest: Cost;
  /** By the number answered. */
  checkIn: Record<number, Cost>;
  checkInOfLargest: Cost;
  repeat: Cost;
  notUnderstood: Cost;
  join: Cost;
  go: Cost;
  stop: Cost;
}

export async function textCosts(endpoint: string): Promise<TextCosts> {
  const lab = await openLab(endpoint, noon);
  const largest = withOpenCheckIn(largestTexter());
  try {
    return {
      largestBytes: itemSize(recordOf(lab.table, largestTexter(), '+123456789012345')),
      keyword: await costOfText(lab, lived(lab, 'asked'), 'SPACE'),
      keywordOfLargest: await costOfText(lab, largest, 'CALM'),
      checkIn: Object.fromEntries(await eachAnswer(lab)),
      checkInOfLargest: await costOfText(lab, largest, '4'),
      repeat: await costOfRepeat(lab, lived(lab, 'asked'), 'SPACE'),
      notUnderstood: await costOfText(lab, undefined, 'the cat sat on my keyboard'),
      join: await costOfText(lab, undefined, 'JOIN PATIENCE'),
      go: await costOfText(lab, lived(lab, 'pending'), 'GO'),
      stop: await costOfText(lab, lived(lab, 'asked'), 'STOP'),
    };
  } finally {
    await lab.close();
  }
}

const lived = ({ guide }: Lab, state: State): Subscriber | undefined => lifeOf({ number: '+12125550123', state }, guide, noon);

/** The same person with a question open that the content really asks, not yet over the day's answers, awake when due. */
const withOpenCheckIn = (person: Subscriber): Subscriber => {
  const checkIn = { note: 14, askedAt: noon, answered: false, askedAgain: true };
  const enrolment = { ...person.enrolment!, programme: 'patience', nextNote: 15, checkIn };
  return withWakeAt({ ...person, enrolment, today: { day: noon.slice(0, 10), answers: 9, signposts: 9 } });
};

async function eachAnswer(lab: Lab): Promise<[number, Cost][]> {
  const costs: [number, Cost][] = [];
  for (const value of [1, 2, 3, 4, 5]) costs.push([value, await costOfText(lab, lived(lab, 'asked'), String(value))]);
  return costs;
}

/** Undefined is somebody who never wrote. */
async function costOfText(lab: Lab, life: Subscriber | undefined, body: string): Promise<Cost> {
  const text = await textFrom(lab, life, body);
  return lab.costOf(() => receiveText(lab.services, text));
}

async function costOfRepeat(lab: Lab, life: Subscriber | undefined, body: string): Promise<Cost> {
  const text = await textFrom(lab, life, body);
  await receiveText(lab.services, text);
  return lab.costOf(() => receiveText(lab.services, text));
}

/** A text of a number of its own, whose record is in the table. */
async function textFrom(lab: Lab, life: Subscriber | undefined, body: string): Promise<InboundText> {
  const from = lab.freshNumber();
  if (life !== undefined) await writeItems(lab.table, [recordOf(lab.table, life, from)]);
  return { messageId: `SM${from}`, from, body };
}
