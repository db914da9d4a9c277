import { describe, expect, it } from 'vitest';
import { operatorSettings } from '../offline/run-sst.ts';
import { stage } from './stage.ts';

const production = stage('production');
const branch = stage('pr-12');
const account = '111122223333';
const senders = ['InboundMail', 'Wake', 'Web'];
const set = { name: 'breathing-room-production', arn: `arn:aws:ses:us-east-1:${account}:configuration-set/breathing-room-production` };
const identity = `arn:aws:ses:us-east-1:${account}:identity/mail.charity.example`;
const sendsOf = (of: typeof production, id: string) => of.statements(id).filter(({ Action }) => Action.some((action) => action.startsWith('ses:')));

describe('mails that leave', () => {
  it('come from a domain that proves itself, with its own address for bounces', () => {
    expect(production.one('aws:sesv2/emailIdentity:EmailIdentity', 'MailDomain').inputs).toEqual({
      emailIdentity: 'mail.charity.example', configurationSetName: set.name, dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
    });
    const { inputs } = production.one('aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes', 'BounceDomain');
    expect(inputs).toMatchObject({ mailFromDomain: 'bounce.mail.charity.example', behaviorOnMxFailure: 'USE_DEFAULT_VALUE' });
  });

  it('have their records in DNS: DKIM, SPF, DMARC, bounces, and answers to us', () => {
    const records = production.all('aws:route53/record:Record').map(({ inputs }) => `${inputs.name} ${inputs.type} ${inputs.records?.[0]}`);
    for (const record of [
      'first._domainkey.mail.charity.example CNAME first.dkim.amazonses.com',
      'bounce.mail.charity.example MX 10 feedback-smtp.us-east-1.amazonses.com',
      'bounce.mail.charity.example TXT v=spf1 include:amazonses.com ~all',
      '_dmarc.mail.charity.example TXT v=DMARC1; p=quarantine',
      'mail.charity.example MX 10 inbound-smtp.us-east-1.amazonaws.com',
    ])
      expect(records).toContain(record);
  });

  it('go encrypted, are followed by nobody (E10) and never to an address that bounced or complained', () => {
    const { inputs } = production.one('aws:sesv2/configurationSet:ConfigurationSet', 'Mails');
    expect(inputs).toEqual({ configurationSetName: set.name, deliveryOptions: { tlsPolicy: 'REQUIRE' }, suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] } });
  });

  it.each(senders)('%s sends from one address of one domain through one set, and may do no more', (id) => {
    expect(sendsOf(production, id)).toEqual([
      { Effect: 'Allow', Action: ['ses:SendEmail'], Resource: [identity, set.arn], Condition: { StringEquals: { 'ses:FromAddress': ['notes@mail.charity.example'] } } },
    ]);
    expect(production.fn(id).environment.variables).toMatchObject({ SES_CONFIGURATION_SET: set.name, SES_ENDPOINT: 'aws', MAIL_FROM: operatorSettings.MAIL_FROM, POSTAL_ADDRESS: operatorSettings.POSTAL_ADDRESS });
  });

  it('are sent by nobody else', () => {
    for (const { id } of production.functions()) if (!senders.includes(id)) expect(sendsOf(production, id), id).toEqual([]);
  });
});

describe('what becomes of a mail', () => {
  const topic = production.one('aws:sns/topic:Topic', 'MailToldTopic');
  const topicArn = `arn:aws:sns:us-east-1:${account}:${topic.inputs.name}`;

  it('is told: bounces, complaints, deliveries and refusals, and neither opens nor clicks', () => {
    const { inputs } = production.one('aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination', 'MailEventsTold');
    expect(inputs).toMatchObject({ configurationSetName: set.name, eventDestination: { enabled: true, snsDestination: { topicArn } } });
    expect([...inputs.eventDestination.matchingEventTypes].sort()).toEqual(['BOUNCE', 'COMPLAINT', 'DELIVERY', 'REJECT']);
  });

  it('is told by SES for our own set alone', () => {
    const { Statement } = JSON.parse(production.one('aws:sns/topicPolicy:TopicPolicy', 'MailToldPolicy').inputs.policy);
    expect(Statement).toEqual([
      {
        Effect: 'Allow', Action: ['sns:Publish'], Resource: [topicArn], Principal: { Service: ['ses.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:SourceAccount': [account], 'aws:SourceArn': [set.arn] } },
      },
    ]);
  });

  it('reaches the function that acts on it', () => {
    const { inputs } = production.one('aws:sns/topicSubscription:TopicSubscription', 'MailToldSubscriberMailEventsSubscription');
    expect(inputs).toMatchObject({ topic: topicArn, protocol: 'lambda', endpoint: production.fn('MailEvents').arn });
  });
});

describe('mails that come in', () => {
  const bucket = production.one('aws:s3/bucket:Bucket', 'InboundMailsBucket').inputs.bucket as string;
  const arn = `arn:aws:s3:::${bucket}`;

  it('are taken for our domain, by the one active rule set, into the bucket', () => {
    expect(production.one('aws:ses/receiptRule:ReceiptRule', 'TakeMailIn').inputs).toMatchObject({
      ruleSetName: 'breathing-room-production', recipients: ['mail.charity.example'], enabled: true, scanEnabled: true, tlsPolicy: 'Optional',
      s3Actions: [{ bucketName: bucket, objectKeyPrefix: 'inbound/' }],
    });
    expect(production.one('aws:ses/activeReceiptRuleSet:ActiveReceiptRuleSet', 'ActiveMailRules').inputs).toEqual({ ruleSetName: 'breathing-room-production' });
  });

  it('lie sealed, closed to the public, in no second version, and for a day at most (P4)', () => {
    const about = (type: string) => production.all(`aws:s3/${type}`).filter(({ inputs }) => inputs.bucket === bucket).map(({ inputs }) => inputs);
    expect(about('bucketPublicAccessBlock:BucketPublicAccessBlock')).toEqual([{ bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }]);
    expect(about('bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration')).toEqual([{ bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] }]);
    expect(about('bucketLifecycleConfiguration:BucketLifecycleConfiguration')).toMatchObject([{ rules: [{ status: 'Enabled', expiration: { days: 1 } }] }]);
    expect(about('bucketLifecycleConfiguration:BucketLifecycleConfiguration')[0]!.rules[0]).not.toHaveProperty('filter');
    expect(about('bucketVersioning:BucketVersioning')).toEqual([]);
    expect(about('bucketCorsConfiguration:BucketCorsConfiguration')).toEqual([]);
  });

  it('are put there by our own rule alone, and nothing passes in plain', () => {
    const { Statement } = JSON.parse(production.one('aws:s3/bucketPolicy:BucketPolicy', 'InboundMailsPolicy').inputs.policy);
    const ruleArn = `arn:aws:ses:us-east-1:${account}:receipt-rule-set/breathing-room-production:receipt-rule/breathing-room-production`;
    expect(Statement).toEqual([
      { Effect: 'Deny', Action: ['s3:*'], Resource: [arn, `${arn}/*`], Principal: { '*': ['*'] }, Condition: { Bool: { 'aws:SecureTransport': ['false'] } } },
      {
        Effect: 'Allow', Action: ['s3:PutObject'], Resource: [`${arn}/inbound/*`], Principal: { Service: ['ses.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:SourceAccount': [account], 'aws:SourceArn': [ruleArn] } },
      },
    ]);
  });

  it('are told to the one function that may read them', () => {
    const reader = production.fn('InboundMail');
    expect(production.one('aws:s3/bucketNotification:BucketNotification', 'MailStored').inputs).toEqual({
      bucket, lambdaFunctions: [{ lambdaFunctionArn: reader.arn, events: ['s3:ObjectCreated:*'], filterPrefix: 'inbound/' }],
    });
    expect(production.one('aws:lambda/permission:Permission', 'InboundMailStored').inputs).toMatchObject({ principal: 's3.amazonaws.com', sourceArn: arn, sourceAccount: account, function: reader.name });
    expect(reader.environment.variables.MAIL_BUCKET).toBe(bucket);
    for (const { id } of production.functions()) if (id !== 'InboundMail') expect(production.allowed(id).filter(({ action }) => action.startsWith('s3:')), id).toEqual([]);
  });

  it.each(['InboundMail', 'MailEvents'])('%s is tried again for hours before it is parked', (id) => {
    const { inputs } = production.one('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', `${id}EventInvokeConfig`);
    expect(inputs).toMatchObject({ maximumRetryAttempts: 2, maximumEventAgeInSeconds: 21_600 });
  });
});

describe('the alarms on mail', () => {
  const alarmOn = (metric: string) => production.alarms().find(({ metricName }) => metricName === metric);

  it.each([['Reputation.BounceRate', 0.04], ['Reputation.ComplaintRate', 0.001]])('%s wakes somebody from %d on (N2)', (metric, threshold) => {
    expect(alarmOn(metric)).toMatchObject({ namespace: 'AWS/SES', threshold, comparisonOperator: 'GreaterThanOrEqualToThreshold', statistic: 'Average' });
  });

  it('a mail of our rule that was not stored wakes somebody', () => {
    expect(alarmOn('PublishFailure')).toMatchObject({ namespace: 'AWS/SES', dimensions: { RuleName: 'breathing-room-production' }, threshold: 0 });
  });
});

describe('a branch', () => {
  it('takes no mail in, and touches no rule set', () => {
    expect(branch.all('aws:ses/receiptRuleSet:ReceiptRuleSet').concat(branch.all('aws:ses/receiptRule:ReceiptRule'), branch.all('aws:ses/activeReceiptRuleSet:ActiveReceiptRuleSet'))).toEqual([]);
    expect(branch.one('aws:s3/bucketPolicy:BucketPolicy', 'InboundMailsPolicy').inputs.policy).not.toContain('ses.amazonaws.com');
    expect(branch.all('aws:route53/record:Record').map(({ inputs }) => inputs.records?.[0])).not.toContain('10 inbound-smtp.us-east-1.amazonaws.com');
  });

  it.each(senders)('%s may mail its list and nobody else', (id) => {
    const [may, ...more] = sendsOf(branch, id);
    expect(more).toEqual([]);
    expect(may?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': ['notes@mail.charity.example'] }, 'ForAllValues:StringEquals': { 'ses:Recipients': ['tester@charity.example'] } });
    expect(branch.fn(id).environment.variables.MAIL_ONLY_TO).toBe('tester@charity.example');
    expect(production.fn(id).environment.variables).not.toHaveProperty('MAIL_ONLY_TO');
  });
});
