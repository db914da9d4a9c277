import { publicBaseUrl } from './api';
import { contentFiles } from './content-files';
import { mayParkFailures, parkFailures } from './failed-runs';
import { configurationSet } from './mail';
import { serviceSecrets } from './secrets';
import { account, serviceSettings } from './stage';
import { onTable, table } from './table';

/** What SES tells of our mails. */
const told = new sst.aws.SnsTopic('MailTold');
const maySay = new aws.sns.TopicPolicy('MailToldPolicy', {
  arn: told.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ['sns:Publish'],
        resources: [told.arn],
        principals: [{ type: 'Service', identifiers: ['ses.amazonaws.com'] }],
        conditions: [
          { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },
          { test: 'StringEquals', variable: 'aws:SourceArn', values: [configurationSet.arn] },
        ],
      },
    ],
  }).json,
});
new aws.sesv2.ConfigurationSetEventDestination(
  'MailEventsTold',
  {
    configurationSetName: configurationSet.configurationSetName,
    eventDestinationName: 'events',
    eventDestination: { enabled: true, matchingEventTypes: ['BOUNCE', 'COMPLAINT', 'DELIVERY', 'REJECT'], snsDestination: { topicArn: told.arn } },
  },
  { dependsOn: [maySay] },
);

/** Bounces and complaints end mails to a mailbox; a delivery settles a note. */
export const mailEvents = new sst.aws.Function('MailEvents', {
  handler: 'packages/functions/src/jobs/mail-events.handler',
  timeout: '30 seconds',
  environment: { ...serviceSettings, TABLE_NAME: table.name, PUBLIC_BASE_URL: publicBaseUrl },
  link: serviceSecrets,
  copyFiles: contentFiles,
  permissions: [onTable('GetItem', 'PutItem'), mayParkFailures],
  retries: 2,
  transform: parkFailures(6 * 60),
});
told.subscribe('MailEvents', mailEvents.arn);
