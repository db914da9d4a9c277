import { randomUUID } from 'node:crypto';
import { messageIdTag } from '@breathing-room/core/email/message-id-tag';
import { account } from './made-up.ts';
import type { SentMail } from './ses-stand-in.ts';

export type MailFate = 'Delivery' | 'Bounce' | 'Complaint';

/** What the topic hands to a function: SES's event as JSON inside SNS's. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export function snsEvent(fate: MailFate, mail: SentMail, topicArn: string): object {
  const sns = {
    Type: 'Notification', MessageId: randomUUID(), TopicArn: topicArn, Subject: 'Amazon SES Email Event Notification', Message: JSON.stringify(sesEvent(fate, mail)),
    Timestamp: mail.at, SignatureVersion: '1', Signature: 'made-up', SigningCertUrl: 'https://sns.us-east-1.amazonaws.com/made-up.pem', UnsubscribeUrl: 'https://sns.us-east-1.amazonaws.com/', MessageAttributes: {},
  };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: `${topicArn}:${randomUUID()}`, Sns: sns }] };
}

/** @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const sesEvent = (eventType: MailFate, { id, at, mailbox, ours, headers, messageId }: SentMail): object => ({
  eventType,
  mail: {
    timestamp: at, source: ours, sendingAccountId: account, messageId: id, destination: [mailbox], headersTruncated: false, headers: [], commonHeaders: { to: [mailbox] },
    tags: { [messageIdTag]: [messageId], 'ses:configuration-set': [headers['X-SES-CONFIGURATION-SET']], 'ses:from-domain': [ours.slice(ours.indexOf('@') + 1)] },
  },
  ...fateOf(eventType, mailbox, at),
});

function fateOf(fate: MailFate, mailbox: string, timestamp: string): object {
  const recipients = [{ emailAddress: mailbox }];
  switch (fate) {
    case 'Delivery':
      return { delivery: { timestamp, recipients: [mailbox], smtpResponse: '250 ok', processingTimeMillis: 400, reportingMTA: 'a8-1.smtp-out.amazonses.com' } };
    case 'Bounce':
      return { bounce: { bounceType: 'Permanent', bounceSubType: 'General', timestamp, feedbackId: randomUUID(), bouncedRecipients: recipients } };
    case 'Complaint':
      return { complaint: { complaintFeedbackType: 'abuse', timestamp, feedbackId: randomUUID(), complainedRecipients: recipients } };
  }
}

/** What the bucket hands to a function. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export const s3Event = (bucket: string, key: string, size: number): object => ({
  Records: [
    {
      eventVersion: '2.1', eventSource: 'aws:s3', awsRegion: 'us-east-1', eventTime: '2026-03-02T16:00:00.000Z', eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:SES' }, requestParameters: { sourceIPAddress: '10.0.0.1' }, responseElements: {},
      s3: {
        s3SchemaVersion: '1.0', configurationId: 'MailStored', bucket: { name: bucket, ownerIdentity: { principalId: 'A1' }, arn: `arn:aws:s3:::${bucket}` },
        object: { key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'), size, eTag: 'made-up', sequencer: '0' },
      },
    },
  ],
});
