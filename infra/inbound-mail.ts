import { publicBaseUrl } from './api';
import { contentFiles } from './content-files';
import { failedRuns, mayParkFailures, parkFailures } from './failed-runs';
import { mailSettings, maySendMail } from './mail';
import { prefix, stored } from './mail-store';
import { serviceSecrets } from './secrets';
import { account, isProduction, reservedForWeb, serviceSettings } from './stage';
import { onTable, table } from './table';

/** On each stored mail, and hourly on what was left behind. */
export const inboundMail = new sst.aws.Function('InboundMail', {
  handler: 'packages/functions/src/jobs/inbound-mail.handler',
  timeout: '60 seconds',
  environment: { ...serviceSettings, ...mailSettings, TABLE_NAME: table.name, PUBLIC_BASE_URL: publicBaseUrl, MAIL_BUCKET: stored.name },
  link: serviceSecrets,
  copyFiles: contentFiles,
  permissions: [
    onTable('GetItem', 'PutItem', 'UpdateItem'),
    { actions: ['s3:GetObject', 's3:DeleteObject'], resources: [$interpolate`${stored.arn}/${prefix}*`] },
    // Without it S3 says "forbidden" of a mail that is gone, and a repeated event would never end.
    { actions: ['s3:ListBucket'], resources: [stored.arn] },
    ...maySendMail(),
    mayParkFailures,
  ],
  retries: 2,
  transform: parkFailures(6 * 60),
  // A flood of mails waits; it takes no place of the webhooks.
  ...(reservedForWeb > 0 ? { concurrency: { reserved: 5 } } : {}),
});

const mayCall = new aws.lambda.Permission('InboundMailStored', {
  action: 'lambda:InvokeFunction',
  function: inboundMail.name,
  principal: 's3.amazonaws.com',
  sourceArn: stored.arn,
  // A bucket's name can pass to somebody else once it is gone.
  sourceAccount: account,
});
new aws.s3.BucketNotification(
  'MailStored',
  { bucket: stored.name, lambdaFunctions: [{ lambdaFunctionArn: inboundMail.arn, events: ['s3:ObjectCreated:*'], filterPrefix: prefix }] },
  { dependsOn: [mayCall] },
);
new sst.aws.CronV2('MailsLeftHourly', {
  function: inboundMail.arn,
  schedule: 'rate(1 hour)',
  enabled: isProduction,
  retries: 2,
  dlq: failedRuns.arn,
});
