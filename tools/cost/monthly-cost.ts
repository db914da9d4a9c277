import { prices } from './prices.ts';

/** What a month looks like. */
export interface Load {
  people: number;
  notesPerWeek: number;
  textsPerWeek: number;
  /** Segments of one note; the words keep it at two at most. */
  segments: number;
  shards: number;
  /** The share of people who get and write mails in place of texts, 0 to 1. */
  byMail?: number;
}

export interface CostLine {
  service: string;
  dollars: number;
  /** The sum behind it, in words. */
  because: string;
}

const weeks = 52 / 12;
const minutes = (365 * 24 * 60) / 12;
const memoryGigabytes = 0.5;
/** Bytes of one record with its index entry and the engine's own 100 bytes for each; the record is held to 1,000. */
const bytesPerPerson = 1_400;
/** Alarms and named counts of production; the check of the deployment compares the first with its plan. */
export const alarms = 41;
const metricNames = 30;
const mailMetricNames = 12;

/** Units per note and per text: counted by the benches, see `npm run bench -- units`. */
const perNote = { writes: 4, reads: 1.5, callbacks: 2, seconds: 0.03 };
const perText = { writes: 1, reads: 1, seconds: 0.02 };
const perCallback = { writes: 0.5, reads: 1, seconds: 0.015 };
/** A note's delivery event, and a mail answered: counted with the same lab, the job's own count of its runs among them. */
const perMailEvent = { writes: 1, reads: 1, seconds: 0.015 };
const perMail = { writes: 3, reads: 1, seconds: 0.05 };
/** A tick asks each shard once; an empty answer is half a unit. */
const perTick = { seconds: 0.15 };

/** How much of everything a month asks for. */
function workOf({ people, notesPerWeek, textsPerWeek, shards, byMail = 0 }: Load) {
  const allNotes = people * notesPerWeek * weeks;
  const allTexts = people * textsPerWeek * weeks;
  const mailsIn = allTexts * byMail;
  const mailsOut = allNotes * byMail + mailsIn;
  const [notes, texts] = [allNotes * (1 - byMail), allTexts - mailsIn];
  const callbacks = notes * perNote.callbacks;
  const sum = (unit: 'writes' | 'reads' | 'seconds'): number =>
    allNotes * perNote[unit] +
    texts * perText[unit] +
    callbacks * perCallback[unit] +
    mailsIn * perMail[unit] +
    mailsOut * perMailEvent[unit];
  const wakes = Math.min(minutes * shards, allNotes);
  const webCalls = texts + callbacks;
  return {
    notes,
    texts,
    mailsIn,
    mailsOut,
    wakes,
    webCalls,
    writes: sum('writes'),
    reads: sum('reads') + minutes * shards * 0.5,
    seconds: sum('seconds') + minutes * perTick.seconds,
    runs: webCalls + mailsIn + mailsOut + wakes / 4 + minutes,
    names: people > 0 ? metricNames + (byMail > 0 ? mailMetricNames : 0) : 2,
    gigabytes: (people * bytesPerPerson) / 2 ** 30,
  };
}

const millions = (count: number): number => count / 1_000_000;

/** Dollars of one month by service; with nobody in it, what the service costs while idle. */
export function monthlyCost(load: Load): CostLine[] {
  const { notes, texts, mailsIn, mailsOut, wakes, webCalls, writes, reads, seconds, runs, names, gigabytes } = workOf(load);
  return [
    line(
      'DynamoDB',
      millions(writes) * prices.millionWriteUnits + millions(reads) * prices.millionReadUnits,
      `${said(writes)} write and ${said(reads)} read units`,
    ),
    line(
      'DynamoDB storage',
      gigabytes * (prices.gigabyteStored + prices.gigabyteRecoverable),
      `${gigabytes.toFixed(2)} GB kept and recoverable`,
    ),
    line(
      'Lambda',
      millions(runs) * prices.millionRequests + seconds * memoryGigabytes * prices.gigabyteSecond,
      `${said(runs)} runs, ${said(seconds)} s at 512 MB`,
    ),
    line('API Gateway', millions(webCalls) * prices.millionGatewayCalls, `${said(webCalls)} webhooks: texts and delivery reports`),
    line(
      'SQS and Scheduler',
      millions(wakes * 1.5) * prices.millionQueueCalls + millions(minutes) * prices.millionSchedules,
      `${said(wakes)} shards queued, ${said(minutes)} ticks`,
    ),
    line(
      'CloudWatch',
      alarms * prices.alarm +
        prices.dashboard +
        names * prices.metric +
        ((webCalls + mailsIn + mailsOut + minutes) * 700 * prices.gigabyteLogged) / 2 ** 30,
      `${alarms} alarms, a dashboard, up to ${names} counts, logs of 30 days`,
    ),
    line(
      'SES, S3 and SNS',
      (mailsOut * prices.thousandMails + mailsIn * (prices.thousandMailsIn + prices.thousandMailsStored)) / 1000 +
        millions(mailsOut) * prices.millionEventsTold,
      `${said(mailsOut)} mails out, each with its event, ${said(mailsIn)} mails in`,
    ),
    line('Route 53', prices.hostedZone, 'one zone'),
    line('Twilio, fixed', prices.number + prices.campaign, 'a number and a registered campaign'),
    line(
      'Twilio, texts',
      (notes + texts) * load.segments * prices.segmentSent + texts * prices.segmentReceived,
      `${said((notes + texts) * load.segments)} segments out, ${said(texts)} texts in`,
    ),
  ];
}

export const total = (lines: readonly CostLine[]): number => lines.reduce((sum, { dollars }) => sum + dollars, 0);

const line = (service: string, dollars: number, because: string): CostLine => ({ service, dollars, because });

const said = (count: number): string => Math.round(count).toLocaleString('en-US');
