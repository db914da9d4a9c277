import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordingProxy {
  url: string;
  /** `GetItem` or `Query on the index`, each once; a transaction counts as its parts, as IAM sees it. */
  actions: Set<string>;
  close: () => void;
}

/** Stands before the database engine and writes down which actions are asked for. */
export async function recordingProxy(engine: string): Promise<RecordingProxy> {
  const actions = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    for (const action of actionsOf(operation, JSON.parse(body.toString()) as DatabaseRequest)) actions.add(action);
    const answer = await fetch(engine, { method: 'POST', headers: headersOf(request.headers), body });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': answer.headers.get('x-amzn-requestid') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return { url: await listening(server), actions, close: () => server.close() };
}

interface DatabaseRequest {
  IndexName?: string;
  TransactItems?: Record<string, unknown>[];
}

const partNames: Record<string, string> = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' };

function actionsOf(operation: string, { IndexName, TransactItems = [] }: DatabaseRequest): string[] {
  if (operation === 'TransactWriteItems') return TransactItems.flatMap((part) => Object.keys(part)).map((part) => partNames[part] ?? part);
  return [IndexName === undefined ? operation : `${operation} on the index`];
}

const headersOf = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(['content-type', 'x-amz-target', 'authorization', 'x-amz-date'].map((name) => [name, String(headers[name] ?? '')]));

/** Listens on a free port of this machine. */
export const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
