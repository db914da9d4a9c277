import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { listening } from './recording-proxy.ts';

export interface QueueStandIn {
  url: string;
  /** Events as Lambda would be handed them, `size` messages at most each; the queue is empty after. */
  take: (size: number) => QueueEvent[];
  actions: Set<string>;
  close: () => void;
}

export interface QueueEvent {
  Records: { messageId: string; receiptHandle: string; body: string; attributes: Record<string, string>; eventSource: string; awsRegion: string }[];
}

interface Entry {
  Id: string;
  MessageBody: string;
}

/** A queue in memory that takes batches as SQS does. */
export async function queueStandIn(): Promise<QueueStandIn> {
  const bodies: string[] = [];
  const actions = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    actions.add(String(request.headers['x-amz-target']).replace('AmazonSQS.', ''));
    const { Entries } = JSON.parse(Buffer.concat(chunks).toString()) as { Entries: Entry[] };
    bodies.push(...Entries.map(({ MessageBody }) => MessageBody));
    const taken = Entries.map(({ Id, MessageBody }) => ({ Id, MessageId: randomUUID(), MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') }));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ Successful: taken, Failed: [] }));
  });
  const url = await listening(server);
  return { url, actions, close: () => server.close(), take: (size) => inEvents(bodies.splice(0), size) };
}

const inEvents = (bodies: readonly string[], size: number): QueueEvent[] =>
  Array.from({ length: Math.ceil(bodies.length / size) }, (_, index) => ({
    Records: bodies.slice(index * size, (index + 1) * size).map((body) => ({
      messageId: randomUUID(), receiptHandle: 'handle', body, attributes: { ApproximateReceiveCount: '1' }, eventSource: 'aws:sqs', awsRegion: 'us-east-1',
    })),
  }));
