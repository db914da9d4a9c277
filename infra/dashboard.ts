import { api } from './api';
import { failedRuns } from './failed-runs';
import { region } from './stage';
import { wake, dueShards } from './wake';

type Metric = [namespace: string, name: string, ...dimension: string[]];

/** Counts only: no text, no address, nobody's flags (P8). */
new aws.cloudwatch.Dashboard('Dashboard', {
  dashboardName: `${$app.name}-${$app.stage}`,
  dashboardBody: $util
    .all([region, api.nodes.api.id, wake.name, dueShards.nodes.queue.name, failedRuns.nodes.queue.name])
    .apply(([region, apiId, wakeName, queueName, failedName]) => {
      const widget = (index: number, title: string, metrics: Metric[], stat = 'Sum') => ({
        type: 'metric', width: 12, height: 6, x: (index % 2) * 12, y: Math.floor(index / 2) * 6,
        properties: { title, region, stat, period: 300, metrics },
      });
      return JSON.stringify({
        widgets: [
          widget(0, 'Webhooks', [['AWS/ApiGateway', 'Count', 'ApiId', apiId], ['AWS/ApiGateway', '5xx', 'ApiId', apiId]]),
          widget(1, 'Notes', [['BreathingRoom', 'wake.post.sent'], ['BreathingRoom', 'wake.deferred'], ['BreathingRoom', 'wake.post.unknown'], ['BreathingRoom', 'wake.out-of-time']]),
          widget(2, 'Oldest due, seconds', [['BreathingRoom', 'tick.oldest-due-seconds']], 'Maximum'),
          widget(3, 'Delivered and refused', [['BreathingRoom', 'delivery.report.delivered'], ['BreathingRoom', 'delivery.code.suppress']]),
          widget(4, 'Safety answers', [['BreathingRoom', 'inbound.crisis_answered'], ['BreathingRoom', 'inbound.crisis_without_store']]),
          widget(5, 'Queues', [['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', queueName], ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', failedName], ['AWS/Lambda', 'Duration', 'FunctionName', wakeName]], 'Maximum'),
          widget(6, 'Mails and what became of them', [['AWS/SES', 'Send'], ['BreathingRoom', 'mail.delivery'], ['BreathingRoom', 'mail.bounce'], ['BreathingRoom', 'mail.complaint']]),
          widget(7, 'Mails to us', [['BreathingRoom', 'inbound-mail.read'], ['BreathingRoom', 'inbound-mail.unreadable'], ['BreathingRoom', 'inbound-mail.failed'], ['BreathingRoom', 'inbound-mail.expired']]),
        ],
      });
    }),
});
