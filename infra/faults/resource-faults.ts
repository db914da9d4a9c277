import type { Fault } from './fault.ts';

/** Mistakes in the resources themselves. */
export const resourceFaults: Fault[] = [
  { name: 'a queue without a dead-letter queue', file: 'infra/wake.ts', find: '  dlq: { queue: failedRuns.arn, retry: 3 },\n', put: '' },
  { name: 'a dead-letter queue nobody watches', file: 'infra/alarms.ts', find: "alarm('FailedRuns'", put: "if (false) alarm('FailedRuns'" },
  { name: 'messages that come back while still at work', file: 'infra/wake.ts', find: '${6 * workerSeconds} seconds', put: '${workerSeconds} seconds' },
  { name: 'messages gone before they can be parked', file: 'infra/wake.ts', find: 'messageRetentionSeconds: 3600', put: 'messageRetentionSeconds: 600' },
  { name: 'a batch that fails whole', file: 'infra/wake.ts', find: 'partialResponses: true', put: 'partialResponses: false' },
  { name: 'workers without bound', file: 'infra/wake.ts', find: "  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: wakeWorkers } } },\n", put: '' },
  { name: 'a queue in plain', file: 'infra/failed-runs.ts', find: ', sqsManagedSseEnabled: true', put: '' },
  { name: 'a tick whose failures vanish', file: 'infra/wake.ts', find: '  retries: 0,\n  transform: parkFailures(2),\n', put: '  retries: 0,\n' },
  { name: 'a schedule that drops what it cannot deliver', file: 'infra/wake.ts', find: '  retries: 1,\n  dlq: failedRuns.arn,\n', put: '' },
  { name: 'the table without recovery', file: 'infra/table.ts', find: 'pointInTimeRecovery: { enabled: true }', put: 'pointInTimeRecovery: { enabled: false }' },
  { name: 'the table without deletion protection', file: 'infra/table.ts', find: 'deletionProtection: isProduction', put: 'deletionProtection: false' },
  { name: 'the table that never forgets', file: 'infra/table.ts', find: '  ttl: expiryName,\n', put: '' },
  { name: 'an index of whole records', file: 'infra/table.ts', find: "projection: 'keys-only'", put: "projection: 'all'" },
  { name: 'a gateway without throttling', file: 'infra/api.ts', find: 'throttlingBurstLimit: 200, throttlingRateLimit: 100', put: '' },
  { name: 'an access log that says who asked', file: 'infra/api.ts', find: "requestId: '$context.requestId'", put: "ip: '$context.identity.sourceIp'" },
  { name: 'a fallback behind the same gateway', file: 'infra/api.ts', find: "  url: { authorization: 'none', cors: false },\n", put: '' },
];
