import { receiveMail } from '@breathing-room/core/actions/receive-mail';
import { type OurMail, readMail } from '@breathing-room/core/email/read-mail';
import type { Services } from '@breathing-room/core/services';
import type { MailBucket } from '../mail-bucket.ts';

export interface TakingIn {
  services: Services;
  ours: OurMail;
  bucket: MailBucket;
}

/** Reads, answers and deletes one stored mail (P4). @throws when it could not be taken in, and then it stays. */
export async function takeInMail(name: string, key: string, { services, ours, bucket }: TakingIn): Promise<'read' | 'unreadable' | 'gone'> {
  const raw = await bucket.read(name, key);
  if (raw === undefined) return 'gone';
  const mail = await readMail({ raw, ours, messageId: key.slice(key.lastIndexOf('/') + 1) });
  if (mail !== undefined) await receiveMail(services, mail);
  await bucket.remove(name, key);
  return mail === undefined ? 'unreadable' : 'read';
}
