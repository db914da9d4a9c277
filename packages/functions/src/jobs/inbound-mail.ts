import { receiveMail } from '@breathing-room/core/actions/receive-mail';
import { type OurMail, readMail } from '@breathing-room/core/email/read-mail';
import type { Counts } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';
import { type MailBucket, mailBucket } from '../mail-bucket.ts';
import { runtime } from '../runtime.ts';
import { recordRun } from './record-run.ts';

/** The bucket's word that a mail was stored; keys come form-encoded. */
export interface MailStored {
  Records?: { s3: { bucket: { name: string }; object: { key: string } } }[];
}

let bucket: MailBucket | undefined;

/** On each stored mail: reads it, answers it, deletes it (P4). */
export const handler = async (stored: MailStored): Promise<Counts> => {
  const { services, settings } = await runtime();
  const ours = { service: settings.SERVICE_NAME, domain: settings.MAIL_DOMAIN };
  return takeInMails(stored, { services, ours, bucket: (bucket ??= mailBucket()) });
};

export interface TakingIn {
  services: Services;
  ours: OurMail;
  bucket: MailBucket;
}

/** A fault leaves the mail where it is: the event comes again, and the bucket's own rule deletes what stays. */
export async function takeInMails({ Records: stored = [] }: MailStored, { services, ours, bucket: from }: TakingIn): Promise<Counts> {
  const counts = { read: 0, unreadable: 0, gone: 0 };
  for (const { s3 } of stored) {
    const key = decodeURIComponent(s3.object.key.replaceAll('+', ' '));
    const raw = await from.read(s3.bucket.name, key);
    const mail = raw && (await readMail({ raw, ours, messageId: key.slice(key.lastIndexOf('/') + 1) }));
    counts[raw === undefined ? 'gone' : mail === undefined ? 'unreadable' : 'read'] += 1;
    if (mail !== undefined) await receiveMail(services, mail);
    if (raw !== undefined) await from.remove(s3.bucket.name, key);
  }
  return recordRun(services, 'inbound-mail', counts);
}
