/** Where a run ends up that failed for good; an alarm looks at it. 14 days is the most a queue keeps. */
export const failedRuns = new sst.aws.Queue('FailedRuns', {
  transform: { queue: { messageRetentionSeconds: 14 * 24 * 3600, sqsManagedSseEnabled: true } },
});

/**
 * The scheduler's own dead-letter queue covers delivery only: what the function throws is Lambda's to
 * retry and to park, and without a destination the last failure vanishes.
 */
export const parkFailures = (afterMinutes: number) => ({
  eventInvokeConfig: { maximumEventAgeInSeconds: afterMinutes * 60, destinationConfig: { onFailure: { destination: failedRuns.arn } } },
});
export const mayParkFailures = { actions: ['sqs:SendMessage'], resources: [failedRuns.arn] };
