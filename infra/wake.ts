import { publicBaseUrl } from './api';
import { contentFiles } from './content-files';
import { failedRuns, mayParkFailures, parkFailures } from './failed-runs';
import { mailSettings, maySendMail } from './mail';
import { serviceSecrets } from './secrets';
import { isProduction, serviceSettings, wakeShards, wakeWorkers } from './stage';
import { onTable, onWakeIndex, table } from './table';

const workerSeconds = 60;

/** Shards with somebody due. Nothing rests on it: with the queue gone, the next minute finds the same people. */
export const dueShards = new sst.aws.Queue('DueShards', {
  // AWS asks for six times the time-out, or a message comes back while it is still being worked on.
  visibilityTimeout: `${6 * workerSeconds} seconds`,
  dlq: { queue: failedRuns.arn, retry: 3 },
  transform: { queue: { messageRetentionSeconds: 3600, sqsManagedSseEnabled: true } },
});

export const wake = new sst.aws.Function('Wake', {
  handler: 'packages/functions/src/jobs/wake.handler',
  timeout: `${workerSeconds} seconds`,
  environment: { ...serviceSettings, ...mailSettings, TABLE_NAME: table.name, PUBLIC_BASE_URL: publicBaseUrl },
  link: serviceSecrets,
  copyFiles: contentFiles,
  permissions: [
    onTable('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
    onWakeIndex(),
    ...maySendMail(),
    { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], resources: [dueShards.arn] },
  ],
});
dueShards.subscribe(wake.arn, {
  batch: { size: 4, partialResponses: true },
  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: wakeWorkers } } },
});

/** Each minute: asks every shard whether anybody is due, and queues those that say yes. */
export const tick = new sst.aws.Function('Tick', {
  handler: 'packages/functions/src/jobs/tick.handler',
  timeout: '30 seconds',
  environment: { TABLE_NAME: table.name, WAKE_SHARDS: String(wakeShards), DUE_SHARDS_URL: dueShards.url },
  permissions: [onWakeIndex(), { actions: ['sqs:SendMessage'], resources: [dueShards.arn] }, mayParkFailures],
  retries: 0,
  transform: parkFailures(2),
});
new sst.aws.CronV2('TickEveryMinute', {
  function: tick.arn,
  schedule: 'rate(1 minute)',
  // A branch writes to nobody by itself.
  enabled: isProduction,
  retries: 1,
  dlq: failedRuns.arn,
});
