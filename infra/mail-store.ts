import { account, isProduction, mailDomain, mailRuleSet, region } from './stage';

export const prefix = 'inbound/';

/** Only production takes mail in; a set of its own becomes the account's one active set, any other gets our rule added. */
const ownSet = isProduction && mailRuleSet === 'own' ? new aws.ses.ReceiptRuleSet('MailRules', { ruleSetName: `${$app.name}-${$app.stage}` }) : undefined;
const ruleSetName = ownSet?.ruleSetName ?? $util.output(mailRuleSet);
const ruleName = `${$app.name}-${$app.stage}`;
const ruleArn = $interpolate`arn:aws:ses:${region}:${account}:receipt-rule-set/${ruleSetName}:receipt-rule/${ruleName}`;

/** Mails as they came, for the seconds until they are read; what could not be read is gone within a day (P4). */
export const stored = new sst.aws.Bucket('InboundMails', {
  cors: false,
  lifecycle: [{ expiresIn: '1 day' }],
  policy: isProduction
    ? [
        {
          principals: [{ type: 'service', identifiers: ['ses.amazonaws.com'] }],
          actions: ['s3:PutObject'],
          paths: [`${prefix}*`],
          conditions: [
            { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },
            { test: 'StringEquals', variable: 'aws:SourceArn', values: [ruleArn] },
          ],
        },
      ]
    : [],
});
new aws.s3.BucketServerSideEncryptionConfiguration('InboundMailsSealed', {
  bucket: stored.name,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
});

/** The name by which SES counts what it could not store. */
export const receiptRule = isProduction
  ? new aws.ses.ReceiptRule('TakeMailIn', {
      name: ruleName,
      ruleSetName,
      recipients: [mailDomain!],
      enabled: true,
      scanEnabled: true,
      // A mail server without encryption may carry a STOP as well.
      tlsPolicy: 'Optional',
      s3Actions: [{ position: 1, bucketName: stored.name, objectKeyPrefix: prefix }],
    })
  : undefined;
if (ownSet !== undefined) new aws.ses.ActiveReceiptRuleSet('ActiveMailRules', { ruleSetName: ownSet.ruleSetName }, { dependsOn: [receiptRule!] });

/** Where DNS sends mail to our domain. */
export const inboundHost = (region: string): string => `10 inbound-smtp.${region}.amazonaws.com`;
