import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { instantAt } from '@breathing-room/core/domain/instant';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { dueInShard } from '@breathing-room/core/dynamo/due';
import type { Clock, Meter, Store } from '@breathing-room/core/ports';
import { countMetrics } from './count-metrics.ts';

export interface TickServices {
  clock: Clock;
  store: Pick<Store, 'due' | 'shardCount'>;
  meter: Meter;
  /** Queues shards for the workers. @throws when the queue does not take all of them. */
  queueShards: (shards: readonly number[]) => Promise<void>;
}

let made: TickServices | undefined;

/** The parts of the tick alone: no secret, no content, no words of anybody. */
export const tickRuntime = (): TickServices => (made ??= makeTick(process.env));

function makeTick({
  TABLE_NAME: tableName = '',
  WAKE_SHARDS,
  DUE_SHARDS_URL: queueUrl,
  AWS_REGION: region = 'us-east-1',
  ...env
}: NodeJS.ProcessEnv): TickServices {
  const endpoint = env.DYNAMODB_ENDPOINT;
  const client = dynamoClient({ region, ...(endpoint === undefined ? {} : { endpoint }) });
  const queue = new SQSClient({ region, maxAttempts: 2, ...(env.SQS_ENDPOINT === undefined ? {} : { endpoint: env.SQS_ENDPOINT }) });
  const clock: Clock = { now: () => instantAt(Date.now() / 1000) };
  return {
    clock,
    store: {
      due: (shard, now, limit, after) => dueInShard({ client, tableName }, { shard, now, limit, after }),
      shardCount: () => Number(WAKE_SHARDS),
    },
    meter: countMetrics(clock),
    async queueShards(shards) {
      for (const batch of inTens(shards)) await sendBatch(queue, queueUrl, batch);
    },
  };
}

/** SQS takes ten messages in one request. */
const inTens = (shards: readonly number[]): (readonly number[])[] =>
  Array.from({ length: Math.ceil(shards.length / 10) }, (_, index) => shards.slice(index * 10, index * 10 + 10));

async function sendBatch(queue: SQSClient, queueUrl: string | undefined, shards: readonly number[]): Promise<void> {
  const entries = shards.map((shard) => ({ Id: `shard-${shard}`, MessageBody: JSON.stringify({ shard }) }));
  const { Failed: failed = [] } = await queue.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  if (failed.length > 0) throw new Error(`the queue refused ${failed.length} of ${shards.length} shards`);
}
