import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { type Instant, instantAt } from '@breathing-room/core/domain/instant';
import { mostBytes } from '@breathing-room/core/email/read-mail';

/** Where SES puts a mail; only the function that reads mail may reach it. */
export interface MailBucket {
  /** The beginning of a stored mail, as much as is ever looked at; undefined when it is gone. */
  read(bucket: string, key: string): Promise<Uint8Array | undefined>;
  remove(bucket: string, key: string): Promise<void>;
}

export interface ListedMailBucket extends MailBucket {
  /** What lies there, a thousand at most. */
  list(bucket: string): Promise<{ key: string; storedAt: Instant }[]>;
}

export function mailBucket(client = new S3Client({ maxAttempts: 3 })): ListedMailBucket {
  return {
    async read(bucket, key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${mostBytes - 1}` }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async remove(bucket, key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async list(bucket) {
      const { Contents: stored = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      return stored.map(({ Key: key = '', LastModified: at = new Date(0) }) => ({ key, storedAt: instantAt(at.getTime() / 1000) }));
    },
  };
}
