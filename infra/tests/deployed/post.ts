import { bucketStandIn } from '../../offline/bucket-stand-in.ts';
import { isAllowed } from '../../offline/iam.ts';
import { type MailFate, s3Event, snsEvent } from '../../offline/mail-signals.ts';
import { sesStandIn, type SentMail } from '../../offline/ses-stand-in.ts';
import { sesHead, WrittenMail, writeRawMail } from '@breathing-room/local/mail/write-raw-mail';
import type { stage } from '../stage.ts';

export interface Post {
  /** Where a function finds SES and the bucket. */
  envOf: (id: string) => Record<string, string>;
  mailsTo: (mailbox: string) => SentMail[];
  /** A mail as it lies in the bucket; the function that reads it is told of it when `isTold`. */
  receive: (mail: { from: string; text: string; to?: string; subject?: string }, isTold?: boolean) => Promise<object>;
  /** What a function asked of SES and the bucket, as IAM names it. */
  asked: (id: string) => string[];
  /** Keys of what lies in the bucket. */
  stored: () => string[];
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

export interface PostOptions {
  /** Whose policies hold. */
  grantedBy: ReturnType<typeof stage>;
  invoke: (id: 'InboundMail' | 'MailEvents', event: object) => Promise<unknown>;
  now: () => string;
}

/** SES, its topic and its bucket around the built functions; policies are asked as AWS asks them. */
export async function startPost({ grantedBy, invoke, now }: PostOptions): Promise<Post> {
  const bucketName = grantedBy.one('aws:s3/bucket:Bucket', 'InboundMailsBucket').inputs.bucket as string;
  const { region } = grantedBy.graph;
  const topicArn = `arn:aws:sns:${region}:111122223333:told`;
  let received = 0;
  const running = new Set<Promise<void>>();
  const tell = async (mail: SentMail): Promise<void> => {
    for (const fate of fatesOf(mail.mailbox)) await invoke('MailEvents', snsEvent(fate, mail, topicArn));
  };
  const sent = (mail: SentMail): void => {
    const telling: Promise<void> = tell(mail).finally(() => running.delete(telling));
    running.add(telling);
  };
  const ses = await sesStandIn({ region, may: (id, asked) => isAllowed(grantedBy.statements(id), asked), sent });
  const bucket = await bucketStandIn(bucketName, (asked) => isAllowed(grantedBy.statements('InboundMail'), asked));
  return {
    envOf: (id) => ({ SES_ENDPOINT: ses.endpointOf(id), ...(id === 'InboundMail' && { S3_ENDPOINT: bucket.url, MAIL_BUCKET: bucketName }) }),
    mailsTo: (mailbox) => ses.mails.filter((mail) => mail.mailbox === mailbox),
    receive: async (given, isTold = true) => {
      const mail = WrittenMail.parse({ to: 'notes@mail.charity.example', ...given });
      const body = Buffer.from(sesHead(mail, mail.verdicts) + writeRawMail(mail));
      const key = `inbound/mail ${++received}`;
      bucket.objects.set(key, { body, at: now() });
      const event = s3Event(bucketName, key, body.length);
      if (isTold) await invoke('InboundMail', event);
      return event;
    },
    asked: (id) => [...(ses.askedBy.has(id) ? ['ses:SendEmail'] : []), ...(id === 'InboundMail' ? bucket.actions : [])],
    stored: () => [...bucket.objects.keys()],
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    close: async () => {
      await Promise.allSettled(running);
      bucket.close();
      await ses.close();
    },
  };
}

/** `bounce@` and `complaint@` of any domain do what they say. */
const fatesOf = (mailbox: string): MailFate[] => {
  if (mailbox.startsWith('bounce@')) return ['Bounce'];
  return mailbox.startsWith('complaint@') ? ['Delivery', 'Complaint'] : ['Delivery'];
};
