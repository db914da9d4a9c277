import { alertEmail } from './stage';

/** Who is woken; more may subscribe in the console. */
export const alerts = new sst.aws.SnsTopic('Alerts');
new aws.sns.TopicSubscription('AlertsByMail', { topic: alerts.arn, protocol: 'email', endpoint: alertEmail });

export interface Alarm {
  /** Heading of the paragraph in docs/operations.md. */
  runbook: string;
  namespace: string;
  metric: string;
  dimensions?: Record<string, $util.Input<string>>;
  above: number;
  /** The number itself wakes somebody, too. */
  orEqual?: boolean;
  /** Minutes looked at in one. */
  minutes: number;
  periods?: number;
  statistic?: 'Sum' | 'Maximum' | 'Average';
}

export function alarm(name: string, { runbook, namespace, metric, dimensions = {}, above, orEqual = false, minutes, periods = 1, statistic = 'Sum' }: Alarm): void {
  new aws.cloudwatch.MetricAlarm(name, {
    alarmDescription: `docs/operations.md: ${runbook}`,
    namespace,
    metricName: metric,
    dimensions,
    statistic,
    period: minutes * 60,
    evaluationPeriods: periods,
    threshold: above,
    comparisonOperator: orEqual ? 'GreaterThanOrEqualToThreshold' : 'GreaterThanThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [alerts.arn],
    okActions: [alerts.arn],
  });
}

/** Errors and throttling of one function, and lines that say `alarm: true`: something broke inside and was caught. */
export function watch(name: string, fn: sst.aws.Function, { runbook = 'A function fails', saysAlarm = true } = {}): void {
  for (const metric of ['Errors', 'Throttles'])
    alarm(`${name}${metric}`, { runbook, namespace: 'AWS/Lambda', metric, dimensions: { FunctionName: fn.name }, above: 0, minutes: 5 });
  if (!saysAlarm) return;
  const metric = `${name}AlarmLines`;
  new aws.cloudwatch.LogMetricFilter(metric, {
    logGroupName: fn.nodes.logGroup.apply((group) => group!.name),
    pattern: '{ $.alarm IS TRUE }',
    metricTransformation: { name: metric, namespace: 'BreathingRoom', value: '1' },
  });
  alarm(metric, { runbook: 'The service raised its hand', namespace: 'BreathingRoom', metric, above: 0, minutes: 5 });
}
