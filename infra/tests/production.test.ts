import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alarms as alarmsPaidFor } from '../../tools/cost/monthly-cost.ts';
import { stage } from './stage.ts';

const production = stage('production');
const functionIds = ['Fallback', 'InboundMail', 'MailEvents', 'Replay', 'Tick', 'Wake', 'Web'];

describe('every function', () => {
  it('is known to this test', () => {
    expect(production.functions().map(({ id }) => id).sort()).toEqual(functionIds);
  });

  it.each(functionIds)('%s runs on Node 24 and arm64 with JSON logs of thirty days', (id) => {
    const { runtime, architectures, memorySize, timeout, loggingConfig, environment } = production.fn(id);
    expect({ runtime, architectures, logFormat: loggingConfig.logFormat }).toEqual({ runtime: 'nodejs24.x', architectures: ['arm64'], logFormat: 'JSON' });
    expect(memorySize).toBeLessThanOrEqual(512);
    expect(timeout).toBeLessThanOrEqual(60);
    expect(environment.variables).not.toHaveProperty('NODE_OPTIONS');
    const group = production.all('aws:cloudwatch/logGroup:LogGroup').find(({ inputs }) => inputs.name === loggingConfig.logGroup);
    expect(group?.inputs.retentionInDays).toBe(30);
  });

  it.each(functionIds)('%s is watched for errors and throttling (N2)', (id) => {
    for (const metric of ['Errors', 'Throttles']) expect(alarmOn('AWS/Lambda', metric, { FunctionName: production.fn(id).name }), metric).toBeDefined();
  });

  it.each(functionIds)('%s may do nothing by wildcard', (id) => {
    for (const { action, resource } of production.allowed(id)) {
      expect(action).not.toContain('*');
      expect(resource, action).toMatch(/^arn:aws:(dynamodb|sqs|ses):us-east-1:111122223333:[^*]+$|^arn:aws:s3:::[^*]+(\/inbound\/\*)?$/);
    }
    expect(production.one('aws:iam/role:Role', `${id}Role`).inputs.managedPolicyArns).toEqual(['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']);
  });

  it('holds only the secrets it needs, and none of them in plain', () => {
    const secrets = production.all('sst:sst:Secret').map(({ name }) => name);
    const held = Object.fromEntries(functionIds.map((id) => [id, Object.keys(production.linked(id)).filter((name) => secrets.includes(name)).sort()]));
    const service = ['AddressKeys', 'AddressPepper', 'LinkKey', 'TwilioAuthToken', 'TwilioAuthTokenPrevious'];
    expect(held).toEqual({ Fallback: [], Tick: [], InboundMail: service, MailEvents: service, Replay: service, Wake: service, Web: service });
    const values = Object.values(production.linked('Web')).map((link) => (link as { value?: string }).value?.trim() ?? '').filter((value) => value !== '');
    expect(values).toHaveLength(4);
    for (const { environment } of production.functions())
      for (const value of Object.values(environment.variables)) expect(values).not.toContain(value);
  });
});

describe('the table', () => {
  const { inputs, retainOnDelete } = production.one('aws:dynamodb/table:Table', 'TableTable');

  it('is kept, recoverable, sealed and forgets what has expired', () => {
    expect(retainOnDelete).toBe(true);
    expect(inputs).toMatchObject({
      billingMode: 'PAY_PER_REQUEST',
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true },
      ttl: { attributeName: 'x', enabled: true },
    });
  });

  it('has the one sparse index of due people, with keys alone', () => {
    expect([inputs.hashKey, inputs.rangeKey]).toEqual(['pk', 'sk']);
    expect(inputs.globalSecondaryIndexes).toEqual([{ name: 'wake', hashKey: 'q', rangeKey: 'u', projectionType: 'KEYS_ONLY' }]);
  });
});

describe('the queue of shards', () => {
  const mappings = production.all('aws:lambda/eventSourceMapping:EventSourceMapping').map(({ inputs }) => inputs);
  const dueShards = () => production.queues().find(({ id }) => id === 'DueShards')!;

  it('gives a worker time, takes back what failed and runs a bounded number at once', () => {
    expect(mappings).toHaveLength(1);
    expect(mappings[0]).toMatchObject({ eventSourceArn: dueShards().arn, functionName: production.fn('Wake').arn, functionResponseTypes: ['ReportBatchItemFailures'] });
    expect(dueShards().visibilityTimeoutSeconds).toBeGreaterThanOrEqual(6 * production.fn('Wake').timeout);
    // Ten are all a new account has; the webhooks need some.
    expect(mappings[0]!.scalingConfig.maximumConcurrency).toBeLessThanOrEqual(8);
  });

  it('parks what failed three times where somebody hears of it', () => {
    const { redrive, messageRetentionSeconds, visibilityTimeoutSeconds } = dueShards();
    const parked = production.queues().find(({ arn }) => arn === redrive?.deadLetterTargetArn);
    expect(parked?.id).toBe('FailedRuns');
    expect(redrive?.maxReceiveCount).toBe(3);
    expect(messageRetentionSeconds, 'or a message would be gone before it could be parked').toBeGreaterThan(3 * visibilityTimeoutSeconds);
    expect(parked?.messageRetentionSeconds).toBe(14 * 24 * 3600);
    expect(alarmOn('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: parked!.name })).toBeDefined();
  });

  it('is sealed, like every queue', () => {
    for (const queue of production.queues()) expect(queue.sqsManagedSseEnabled, queue.id).toBe(true);
  });
});

describe('the schedules', () => {
  it.each([['TickEveryMinute', 'Tick', 'rate(1 minute)'], ['ReplayHourly', 'Replay', 'rate(1 hour)'], ['MailsLeftHourly', 'InboundMail', 'rate(1 hour)']])('%s calls %s, tries again and parks what cannot be delivered', (name, id, rate) => {
    const { inputs } = production.one('aws:scheduler/schedule:Schedule', `${name}Schedule`);
    const failedRuns = production.queues().find((queue) => queue.id === 'FailedRuns')!.arn;
    expect(inputs).toMatchObject({ scheduleExpression: rate, state: 'ENABLED', target: { arn: production.fn(id).arn, deadLetterConfig: { arn: failedRuns } } });
    expect(inputs.target.retryPolicy.maximumRetryAttempts).toBeGreaterThanOrEqual(1);
    expect(production.allowed(name)).toEqual([{ action: 'lambda:InvokeFunction', resource: production.fn(id).arn }, { action: 'sqs:SendMessage', resource: failedRuns }]);
  });

  it.each(['Tick', 'Replay', 'InboundMail', 'MailEvents'])('what %s throws for good is parked, and it may be', (id) => {
    const { inputs } = production.one('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', `${id}EventInvokeConfig`);
    const failedRuns = production.queues().find((queue) => queue.id === 'FailedRuns')!.arn;
    expect(inputs.destinationConfig.onFailure.destination).toBe(failedRuns);
    expect(production.allowed(id)).toContainEqual({ action: 'sqs:SendMessage', resource: failedRuns });
  });

  it('a tick that stays away is itself an alarm', () => {
    expect(alarmOn('AWS/Lambda', 'Invocations', { FunctionName: production.fn('Tick').name }, 'LessThanThreshold')).toMatchObject({ treatMissingData: 'breaching', actionsEnabled: true });
  });
});

describe('the way in', () => {
  it('is throttled, encrypted at its own domain and writes down nobody', () => {
    const { inputs } = production.one('aws:apigatewayv2/stage:Stage', 'ApiStage');
    expect(inputs.defaultRouteSettings.throttlingRateLimit).toBeGreaterThan(0);
    expect(inputs.accessLogSettings.format).toContain('$context.status');
    expect(inputs.accessLogSettings.format).not.toMatch(/sourceIp|userAgent|\$context\.path/);
    expect(production.one('aws:apigatewayv2/domainName:DomainName', 'ApiDomainName').inputs).toMatchObject({
      domainName: 'texts.charity.example', domainNameConfiguration: { securityPolicy: 'TLS_1_2' },
    });
    const access = production.one('aws:cloudwatch/logGroup:LogGroup', 'ApiAccessLog');
    expect(access.inputs.retentionInDays).toBe(30);
  });

  it('has one route, and every function of it is told the address that Twilio signs (W5)', () => {
    expect(production.all('aws:apigatewayv2/route:Route').map(({ inputs }) => inputs.routeKey)).toEqual(['$default']);
    for (const id of ['Web', 'Wake', 'Replay', 'InboundMail', 'MailEvents']) expect(production.fn(id).environment.variables.PUBLIC_BASE_URL).toBe('https://texts.charity.example');
  });

  it('has a fallback at an address of its own that rests on nothing (W12)', () => {
    expect(production.one('aws:lambda/functionUrl:FunctionUrl', 'FallbackUrl').inputs.authorizationType).toBe('NONE');
    expect(production.allowed('Fallback')).toEqual([]);
    expect(Object.keys(production.linked('Fallback'))).toEqual([]);
  });
});

describe('the alarms', () => {
  const runbook = readFileSync('docs/operations.md', 'utf8');

  it('reach somebody, each with a paragraph that says what to do (N3)', () => {
    const byMail = production.all('aws:sns/topicSubscription:TopicSubscription').filter(({ inputs }) => inputs.protocol === 'email');
    expect(byMail.map(({ inputs }) => inputs.endpoint)).toEqual(['duty@charity.example']);
    for (const { called, alarmActions, alarmDescription } of production.alarms()) {
      expect(alarmActions, called).toHaveLength(1);
      const paragraph = alarmDescription.replace('docs/operations.md: ', '');
      expect(runbook, `${called} points to a paragraph`).toContain(`### ${paragraph}\n`);
    }
  });

  it.each([
    ['AWS/ApiGateway', '5xx'],
    ['BreathingRoom', 'tick.oldest-due-seconds'],
    ['BreathingRoom', 'wake.owed.given-up'],
    ['BreathingRoom', 'wake.code.suppress'],
    ['BreathingRoom', 'delivery.code.suppress'],
    ['BreathingRoom', 'wake.alert.content'],
    ['BreathingRoom', 'delivery.alert.content'],
    ['BreathingRoom', 'wake.stopped.breaker-sms'],
    ['BreathingRoom', 'wake.stopped.breaker-email'],
    ['BreathingRoom', 'wake.stopped.inbound-unread'],
    ['BreathingRoom', 'helplines.oldest-days'],
    ['BreathingRoom', 'wake.alert.mail'],
    ['BreathingRoom', 'sign-up.rejected'],
    ['BreathingRoom', 'mail.reject'],
    ['BreathingRoom', 'inbound-mail.expired'],
    ['BreathingRoom', 'WebAlarmLines'],
    ['BreathingRoom', 'WakeAlarmLines'],
  ])('listen to %s %s (N2)', (namespace, metric) => {
    expect(alarmOn(namespace, metric, {})).toBeDefined();
  });

  it('count the lines in which the service raises its hand', () => {
    const filters = production.all('aws:cloudwatch/logMetricFilter:LogMetricFilter').map(({ inputs }) => inputs);
    for (const id of ['Web', 'Wake', 'Replay', 'InboundMail', 'MailEvents']) {
      const filter = filters.find(({ logGroupName }) => logGroupName === production.fn(id).loggingConfig.logGroup);
      expect(filter, id).toMatchObject({ pattern: '{ $.alarm IS TRUE }', metricTransformation: { name: `${id}AlarmLines`, namespace: 'BreathingRoom' } });
    }
  });

  it('are as many as the cost command counts', () => {
    expect(production.alarms()).toHaveLength(alarmsPaidFor);
  });

  it('are joined by a dashboard of counts and a budget', () => {
    expect(JSON.parse(production.one('aws:cloudwatch/dashboard:Dashboard', 'Dashboard').inputs.dashboardBody).widgets).toHaveLength(8);
    expect(production.one('aws:budgets/budget:Budget', 'MonthlyBudget').inputs.notifications).toHaveLength(2);
  });
});

function alarmOn(namespace: string, metricName: string, dimensions: Record<string, string>, comparison = 'GreaterThanThreshold') {
  return production.alarms().find((alarm) =>
    alarm.namespace === namespace && alarm.metricName === metricName && alarm.comparisonOperator === comparison &&
    Object.entries(dimensions).every(([name, value]) => alarm.dimensions[name] === value));
}
