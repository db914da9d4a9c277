import { publicBaseUrl } from './api';
import { contentFiles } from './content-files';
import { failedRuns, mayParkFailures, parkFailures } from './failed-runs';
import { serviceSecrets } from './secrets';
import { isProduction, serviceSettings } from './stage';
import { onTable, table } from './table';

/** Hourly: takes in the texts that arrived while nobody answered, and says how old the help lines are. */
export const replay = new sst.aws.Function('Replay', {
  handler: 'packages/functions/src/jobs/replay-missed.handler',
  timeout: '60 seconds',
  environment: { ...serviceSettings, TABLE_NAME: table.name, PUBLIC_BASE_URL: publicBaseUrl },
  link: serviceSecrets,
  copyFiles: contentFiles,
  permissions: [onTable('GetItem', 'PutItem', 'UpdateItem'), mayParkFailures],
  retries: 1,
  transform: parkFailures(2),
});
new sst.aws.CronV2('ReplayHourly', {
  function: replay.arn,
  schedule: 'rate(1 hour)',
  enabled: isProduction,
  retries: 2,
  dlq: failedRuns.arn,
});
