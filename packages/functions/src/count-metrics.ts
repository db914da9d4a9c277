import { epochSeconds } from '@breathing-room/core/domain/instant';
import type { Clock, Counts, Meter } from '@breathing-room/core/ports';
import { printLine } from './log-line.ts';

/**
 * Counts as log lines that CloudWatch turns into metrics: no request, no scan. Names are closed words
 * of ours, so no text or address can be among them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const countMetrics = (clock: Clock, print: (line: object) => void = printLine): Meter => ({
  add: (counts) => {
    if (Object.keys(counts).length > 0) print(metricLine(counts, epochSeconds(clock.now()) * 1000));
  },
});

const metricLine = (counts: Counts, at: number) => ({
  _aws: {
    Timestamp: at,
    CloudWatchMetrics: [
      {
        Namespace: 'BreathingRoom',
        Dimensions: [[]],
        Metrics: Object.keys(counts).map((name) => ({ Name: name, Unit: 'Count' })),
      },
    ],
  },
  ...counts,
});
