import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Graph, Resource } from '../offline/graph.ts';
import type { Statement } from '../offline/iam.ts';
import { sealingKey } from '../offline/made-up.ts';
import { packageOf } from '../offline/run-sst.ts';

export interface Allowed {
  action: string;
  resource: string;
}

/** One stage's resources, with the questions the tests ask of them. */
export function stage(name: string) {
  const graph = JSON.parse(readFileSync(join(inject('project'), `graph-${name}.json`), 'utf8')) as Graph;
  const all = (type: string): Resource[] => graph.resources.filter((resource) => resource.type === type);
  const one = (type: string, called: string): Resource => {
    const found = all(type).find((resource) => resource.name === called);
    if (found === undefined) throw new Error(`there is no ${type} called ${called}`);
    return found;
  };
  const functions = () =>
    all('aws:lambda/function:Function').map(({ name: full, inputs }) => ({
      id: full.replace(/Function$/, ''),
      arn: `arn:aws:lambda:${graph.region}:${graph.account}:function:${inputs.name}`,
      ...(inputs as FunctionInputs),
    }));
  const queues = () =>
    all('aws:sqs/queue:Queue').map(({ name: full, inputs }) => ({
      id: full.replace(/Queue$/, ''),
      arn: `arn:aws:sqs:${graph.region}:${graph.account}:${inputs.name}`,
      redrive: inputs.redrivePolicy === undefined ? undefined : (JSON.parse(inputs.redrivePolicy) as { deadLetterTargetArn: string; maxReceiveCount: number }),
      ...(inputs as QueueInputs),
    }));
  const fn = (id: string) => functions().find((each) => each.id === id)!;
  const statements = (id: string): Statement[] => statementsOf(one('aws:iam/role:Role', `${id}Role`));
  const folderOf = (id: string): string => packageOf(inject('project'), name, id);
  return {
    graph, all, one, functions, fn, queues, folderOf,
    alarms: () => all('aws:cloudwatch/metricAlarm:MetricAlarm').map(({ name: called, inputs }) => ({ called, ...inputs }) as unknown as Alarm),
    /** Action by action what a function or schedule may do. */
    allowed: (id: string): Allowed[] => allowedBy(statements(id)),
    statements,
    /** What lies sealed in a function's package for it to read. */
    linked: (id: string) => unsealed(join(folderOf(id), 'resource.enc')),
    isProtected: all('pulumi:pulumi:Stack')[0]?.outputs?._protect === true,
  };
}

export interface FunctionInputs {
  name: string;
  handler: string;
  runtime: string;
  architectures: string[];
  timeout: number;
  memorySize: number;
  environment: { variables: Record<string, string> };
  loggingConfig: { logFormat: string; logGroup: string };
}
interface QueueInputs {
  name: string;
  visibilityTimeoutSeconds: number;
  messageRetentionSeconds: number;
  sqsManagedSseEnabled?: boolean;
}
export interface Alarm {
  called: string;
  namespace: string;
  metricName: string;
  dimensions: Record<string, string>;
  alarmDescription: string;
  alarmActions: string[];
  comparisonOperator: string;
  threshold: number;
  statistic: string;
  treatMissingData: string;
}

const statementsOf = ({ inputs }: Resource): Statement[] =>
  ((inputs.inlinePolicies ?? []) as { policy: string }[]).flatMap(({ policy }) => (JSON.parse(policy) as { Statement: Statement[] }).Statement);

const allowedBy = (statements: readonly Statement[]): Allowed[] =>
  statements.flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))));

function unsealed(file: string): Record<string, unknown> {
  const sealed = readFileSync(file);
  const decipher = createDecipheriv('aes-256-gcm', sealingKey, Buffer.alloc(12));
  decipher.setAuthTag(sealed.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString()) as Record<string, unknown>;
}
