export type Inputs = Record<string, any>;

export const account = '111122223333';

/** The name AWS would know a resource by. */
export const nameOf = (inputs: Inputs, name: string): string =>
  inputs.name ?? inputs.bucket ?? inputs.ruleSetName ?? inputs.emailIdentity ?? inputs.configurationSetName ?? name;

/** What AWS would add to a resource: addresses, tokens, endpoints. */
export function computed(type: string, inputs: Inputs, name: string, region: string): Inputs {
  const arn = (service: string, rest: string, place = region): string => `arn:aws:${service}:${place}:${account}:${rest}`;
  const called = nameOf(inputs, name);
  switch (type) {
    case 'aws:dynamodb/table:Table':
      return { arn: arn('dynamodb', `table/${called}`) };
    case 'aws:sqs/queue:Queue':
      return { arn: arn('sqs', called), url: `https://sqs.${region}.amazonaws.com/${account}/${called}` };
    case 'aws:sns/topic:Topic':
      return { arn: arn('sns', called) };
    case 'aws:s3/bucket:Bucket':
      return { arn: `arn:aws:s3:::${called}`, bucketDomainName: `${called}.s3.amazonaws.com` };
    case 'aws:sesv2/configurationSet:ConfigurationSet':
      return { arn: arn('ses', `configuration-set/${called}`) };
    case 'aws:sesv2/emailIdentity:EmailIdentity':
      return { arn: arn('ses', `identity/${called}`), dkimSigningAttributes: { ...inputs.dkimSigningAttributes, tokens: ['first', 'second', 'third'] } };
    case 'aws:iam/role:Role':
      return { arn: arn('iam', `role/${called}`, '') };
    case 'aws:lambda/function:Function':
      return lambda(arn('lambda', `function:${called}`), region);
    case 'aws:lambda/functionUrl:FunctionUrl':
      return { functionUrl: `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/` };
    case 'aws:cloudwatch/logGroup:LogGroup':
      return { arn: arn('logs', `log-group:${called}`) };
    case 'aws:apigatewayv2/api:Api':
      return { arn: `arn:aws:apigateway:${region}::/apis/api`, apiEndpoint: `https://api.execute-api.${region}.amazonaws.com`, executionArn: arn('execute-api', 'api') };
    case 'aws:apigatewayv2/domainName:DomainName':
      return { domainNameConfiguration: { ...inputs.domainNameConfiguration, targetDomainName: `gateway.${region}.amazonaws.com`, hostedZoneId: 'ZGATEWAY' } };
    case 'aws:acm/certificate:Certificate':
      return { arn: arn('acm', 'certificate/made-up'), domainValidationOptions: [validation(inputs.domainName)] };
    case 'aws:acm/certificateValidation:CertificateValidation':
      return { certificateArn: inputs.certificateArn };
    case 'random:index/randomBytes:RandomBytes':
      return { base64: sealingKey.toString('base64'), hex: sealingKey.toString('hex') };
    default:
      return {};
  }
}

/** Every package is sealed with this key in the offline check, so that a test can open one. */
export const sealingKey = Buffer.alloc(32, 7);

const lambda = (arn: string, region: string): Inputs => ({
  arn,
  qualifiedArn: `${arn}:$LATEST`,
  version: '$LATEST',
  lastModified: '2026-01-01T00:00:00Z',
  invokeArn: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`,
});

const validation = (domainName: string): Inputs => ({
  domainName,
  resourceRecordName: `_check.${domainName}`,
  resourceRecordType: 'CNAME',
  resourceRecordValue: '_check.acm-validations.aws',
});

/** What the account answers when the program asks about it; `undefined` for a question nobody foresaw. */
export function answer(question: string, inputs: Inputs, region: string): Inputs | undefined {
  switch (question) {
    case 'aws:iam/getPolicyDocument:getPolicyDocument': {
      const json = JSON.stringify(policyDocument(inputs));
      return { ...inputs, id: 'policy', json, minifiedJson: json };
    }
    case 'aws:index/getRegion:getRegion':
      return { id: region, name: region, region, description: region, endpoint: '' };
    case 'aws:index/getPartition:getPartition':
      return { id: 'aws', partition: 'aws', dnsSuffix: 'amazonaws.com', reverseDnsPrefix: 'com.amazonaws' };
    case 'aws:index/getCallerIdentity:getCallerIdentity':
      return { id: account, accountId: account, arn: `arn:aws:iam::${account}:user/check`, userId: 'check' };
    case 'aws:route53/getZone:getZone':
      return { ...inputs, id: 'ZCHARITY', zoneId: 'ZCHARITY', name: 'charity.example' };
    case 'aws:route53/getZones:getZones':
      return { id: 'zones', ids: ['ZCHARITY'] };
    default:
      return undefined;
  }
}

interface Statement {
  sid?: string;
  effect?: string;
  actions?: string[];
  resources?: string[];
  principals?: { type: string; identifiers: string[] }[];
  conditions?: { test: string; variable: string; values: string[] }[];
}

/** The policy as IAM reads it. */
const policyDocument = ({ statements = [] }: { statements?: Statement[] }): Inputs => ({
  Version: '2012-10-17',
  Statement: statements.map(({ sid, effect = 'Allow', actions, resources, principals, conditions }) => ({
    ...(sid && { Sid: sid }),
    Effect: effect,
    Action: actions,
    Resource: resources,
    ...(principals && { Principal: Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers])) }),
    ...(conditions && { Condition: byTest(conditions) }),
  })),
});

/** Conditions of one kind stand together. */
function byTest(conditions: { test: string; variable: string; values: string[] }[]): Record<string, Record<string, string[]>> {
  const tests: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of conditions) (tests[test] ??= {})[variable] = values;
  return tests;
}
