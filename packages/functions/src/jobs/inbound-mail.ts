import type { Counts } from '@breathing-room/core/ports';
import { type ListedMailBucket, mailBucket } from '../mail-bucket.ts';
import { mailRuntime } from '../mail-runtime.ts';
import { takeInLeft } from './mails-left.ts';
import { recordRun } from './record-run.ts';
import { takeInMail, type TakingIn } from './take-in-mail.ts';

/** The bucket's word that a mail was stored; keys come form-encoded. The hourly schedule names none. */
export interface MailStored {
  Records?: { s3: { bucket: { name: string }; object: { key: string } } }[];
}

let bucket: ListedMailBucket | undefined;

/** On each stored mail: reads it, answers it, deletes it (P4). Hourly: the same for what was left behind. */
export const handler = async (stored: MailStored): Promise<Counts> => {
  const { services, settings } = await mailRuntime();
  const ours = { service: settings.SERVICE_NAME, domain: settings.MAIL_DOMAIN };
  bucket ??= mailBucket(process.env);
  if (stored.Records === undefined) return takeInLeft(settings.MAIL_BUCKET ?? '', { services, ours, bucket });
  return takeInMails(stored, { services, ours, bucket });
};

/** A fault leaves the mail where it is: the event comes again, and after it the hourly run. */
export async function takeInMails({ Records: stored = [] }: MailStored, taking: TakingIn): Promise<Counts> {
  const counts: Counts = {};
  for (const { s3 } of stored) {
    const outcome = await takeInMail(s3.bucket.name, decodeURIComponent(s3.object.key.replaceAll('+', ' ')), taking);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return recordRun(taking.services, 'inbound-mail', counts);
}
