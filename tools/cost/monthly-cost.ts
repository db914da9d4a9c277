import { prices } from './prices.ts';

/** What a month looks like. */
export interface Load {
  people: number;
  notesPerWeek: number;
  textsPerWeek: number;
  /** Segments of one note; the words keep it at two at most. */
  segments: number;
  shards: number;
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
export const alarms = 27;
const metricNames = 30;

/** Units per note and per text: counted by the benches, see `npm run bench -- units`. */
const perNote = { writes: 4, reads: 1.5, callbacks: 2, seconds: 0.03 };
const perText = { writes: 1, reads: 1, seconds: 0.02 };
const perCallback = { writes: 0.5, reads: 1, seconds: 0.015 };
/** A tick asks each shard once; an empty answer is half a unit. */
const perTick = { seconds: 0.15 };

/** Dollars of one month by service; with nobody in it, what the service costs while idle. */
export function monthlyCost(load: Load): CostLine[] {
  const notes = load.people * load.notesPerWeek * weeks;
  const texts = load.people * load.textsPerWeek * weeks;
  const callbacks = notes * perNote.callbacks;
  const webCalls = texts + callbacks;
  const millions = (count: number): number => count / 1_000_000;
  const writes = notes * perNote.writes + texts * perText.writes + callbacks * perCallback.writes;
  const reads = notes * perNote.reads + texts * perText.reads + callbacks * perCallback.reads + minutes * load.shards * 0.5;
  const seconds = notes * perNote.seconds + texts * perText.seconds + callbacks * perCallback.seconds + minutes * perTick.seconds;
  const wakes = Math.min(minutes * load.shards, notes);
  const gigabytes = (load.people * bytesPerPerson) / 2 ** 30;
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
      millions(webCalls + wakes / 4 + minutes) * prices.millionRequests + seconds * memoryGigabytes * prices.gigabyteSecond,
      `${said(webCalls + wakes / 4 + minutes)} runs, ${said(seconds)} s at 512 MB`,
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
        (load.people > 0 ? metricNames : 2) * prices.metric +
        ((webCalls + minutes) * 700 * prices.gigabyteLogged) / 2 ** 30,
      `${alarms} alarms, a dashboard, up to ${metricNames} counts, logs of 30 days`,
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
