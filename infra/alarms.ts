import { alarm, alerts, watch } from './alarm';
import { api, fallback, web } from './api';
import { failedRuns } from './failed-runs';
import './mail-alarms';
import { replay } from './replay';
import { tick, wake } from './wake';

watch('Web', web);
watch('Wake', wake);
watch('Replay', replay);
watch('Tick', tick, { saysAlarm: false });
watch('Fallback', fallback, { saysAlarm: false });

alarm('Api5xx', { runbook: 'Webhooks answer with errors', namespace: 'AWS/ApiGateway', metric: '5xx', dimensions: { ApiId: api.nodes.api.id }, above: 0, minutes: 5 });
// Asked only when the webhook failed: every call of it is somebody who got no proper answer.
alarm('FallbackAsked', { runbook: 'The fallback answers', namespace: 'AWS/Lambda', metric: 'Invocations', dimensions: { FunctionName: fallback.name }, above: 0, minutes: 5 });
alarm('FailedRuns', { runbook: 'A run gave up', namespace: 'AWS/SQS', metric: 'ApproximateNumberOfMessagesVisible', dimensions: { QueueName: failedRuns.nodes.queue.name }, above: 0, minutes: 5, statistic: 'Maximum' });
alarm('OldestDue', { runbook: 'Notes are late', namespace: 'BreathingRoom', metric: 'tick.oldest-due-seconds', above: 900, minutes: 5, periods: 3, statistic: 'Maximum' });
alarm('FateUnknown', { runbook: 'A message of unknown fate', namespace: 'BreathingRoom', metric: 'wake.owed.given-up', above: 0, minutes: 60 });
alarm('ProviderUnsure', { runbook: 'A message of unknown fate', namespace: 'BreathingRoom', metric: 'delivery.alert.unknown', above: 0, minutes: 60 });
alarm('ChannelStopped', { runbook: 'The channel is closed', namespace: 'BreathingRoom', metric: 'wake.stopped.breaker-sms', above: 0, minutes: 5 });
alarm('InboundUnread', { runbook: 'Missed texts cannot be read', namespace: 'BreathingRoom', metric: 'wake.stopped.inbound-unread', above: 0, minutes: 15 });
for (const source of ['wake', 'delivery']) {
  const name = source === 'wake' ? 'Post' : 'Callback';
  alarm(`${name}Suppressed`, { runbook: 'Many numbers refuse us', namespace: 'BreathingRoom', metric: `${source}.code.suppress`, above: 10, minutes: 60 });
  alarm(`${name}Filtered`, { runbook: 'The carrier filters our wording', namespace: 'BreathingRoom', metric: `${source}.alert.content`, above: 0, minutes: 60 });
}
alarm('HelplinesOld', { runbook: 'Help lines were not checked', namespace: 'BreathingRoom', metric: 'helplines.oldest-days', above: 180, minutes: 60, statistic: 'Maximum' });

// A scheduler that stops raises no error anywhere: silence is the alarm.
new aws.cloudwatch.MetricAlarm('TickSilent', {
  alarmDescription: 'docs/operations.md: No tick',
  namespace: 'AWS/Lambda',
  metricName: 'Invocations',
  dimensions: { FunctionName: tick.name },
  statistic: 'Sum',
  period: 300,
  evaluationPeriods: 2,
  threshold: 1,
  comparisonOperator: 'LessThanThreshold',
  treatMissingData: 'breaching',
  actionsEnabled: $app.stage === 'production',
  alarmActions: [alerts.arn],
  okActions: [alerts.arn],
});
