import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { listening } from './recording-proxy.ts';

export interface HttpAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

export interface Gateway {
  url: string;
  /** While true every call gets 503, as in an outage. */
  setDown: (isDown: boolean) => void;
  close: () => void;
}

/** API Gateway's HTTP API in front of one function. */
export async function gateway(invoke: (event: object) => Promise<HttpAnswer>): Promise<Gateway> {
  let isDown = false;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (isDown) return void response.writeHead(503).end();
    const { statusCode, headers = {}, body = '', isBase64Encoded = false } = await invoke(httpEvent(request, Buffer.concat(chunks)));
    response.writeHead(statusCode, headers).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  });
  return { url: await listening(server), setDown: (down) => void (isDown = down), close: () => server.close() };
}

/** Payload format 2.0. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function httpEvent({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): object {
  const [rawPath, rawQueryString = ''] = url.split('?');
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return {
    version: '2.0', routeKey: '$default', rawPath, rawQueryString, headers: { ...plain, host: 'api.execute-api.us-east-1.amazonaws.com' },
    requestContext: {
      accountId: '111122223333', apiId: 'api', domainName: 'api.execute-api.us-east-1.amazonaws.com', requestId: randomUUID(), routeKey: '$default', stage: '$default',
      time: '22/Nov/2026:09:00:00 +0000', timeEpoch: 1_795_338_000_000,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: headers['user-agent'] ?? '' },
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}
