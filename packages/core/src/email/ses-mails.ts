import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { MailProvider, OutgoingMail } from '../ports.ts';
import { failedMail } from './failed-mail.ts';
import { messageIdTag } from './message-id-tag.ts';

export interface SesMailsOptions {
  region: string;
  /** Only for an endpoint that is not AWS itself. */
  endpoint?: string;
  /** `Breathing Room <notes@mail.example.org>`; replies come back here. */
  from: string;
  /** The set whose events reach us; without one no bounce is ever heard of. */
  configurationSet?: string;
  timeoutMs?: number;
}

/**
 * Mails by SESv2 `SendEmail`. One attempt, ever: SES knows no idempotency key, so a second attempt of the SDK's
 * own could send a second mail.
 */
export function sesMails(options: SesMailsOptions): MailProvider {
  const { region, endpoint, timeoutMs = 10_000 } = options;
  const client = new SESv2Client({
    region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return {
    async send(mail) {
      try {
        const { MessageId: providerId = '' } = await client.send(new SendEmailCommand(requestOf(mail, options)));
        return providerId === '' ? { kind: 'unknown' } : { kind: 'sent', providerId };
      } catch (error) {
        return failedMail(error);
      }
    },
  };
}

const requestOf = (mail: OutgoingMail, { from, configurationSet }: SesMailsOptions): SendEmailCommandInput => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: [mail.to] },
  EmailTags: [{ Name: messageIdTag, Value: mail.messageId }],
  ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
  Content: {
    Simple: {
      Subject: utf8(oneLine(mail.subject)),
      Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
      Headers: Object.entries(mail.headers).map(([name, value]) => ({ Name: oneLine(name), Value: oneLine(value) })),
    },
  },
});

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** A line break in a header would begin the next one (E8). */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u0000]+/g, ' ').trim();
