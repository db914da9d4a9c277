import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface AwsStandIn {
  url: string;
  close: () => void;
}

/**
 * What the sst command asks for besides the engine: parameters (its bootstrap), a bucket (its state) and
 * one look at the npm registry, answered from the packages in `modules`. Keeps everything in memory.
 */
export async function awsStandIn(modules: string): Promise<AwsStandIn> {
  const parameters = new Map([['/sst/bootstrap', bootstrap]]);
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const target = String(request.headers['x-amz-target'] ?? '');
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (target.startsWith('AmazonSSM.')) answerParameters(parameters, target.slice('AmazonSSM.'.length), body, response);
    else if (path.startsWith('/npm/')) answerPackage(modules, path, response);
    else answerObjects(objects, path, { request, body }, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const bootstrap = JSON.stringify({ version: 99, asset: 'assets', state: 'state', assetEcrRegistryId: '111122223333', assetEcrUrl: 'none' });

interface ParameterRequest {
  Name: string;
  Value: string;
}

function answerParameters(parameters: Map<string, string>, operation: string, body: Buffer, response: ServerResponse): void {
  const { Name, Value } = JSON.parse(body.toString()) as ParameterRequest;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  const found = parameters.get(Name);
  switch (operation) {
    case 'GetParameter':
      if (found !== undefined) response.end(JSON.stringify({ Parameter: { Name, Value: found, Type: 'String' } }));
      else response.writeHead(400).end(JSON.stringify({ __type: 'ParameterNotFound', message: 'none' }));
      return;
    case 'PutParameter':
      parameters.set(Name, Value);
      response.end(JSON.stringify({ Version: 1 }));
      return;
    default:
      response.writeHead(400).end(JSON.stringify({ __type: 'UnknownOperationException' }));
  }
}

function answerPackage(modules: string, path: string, response: ServerResponse): void {
  const name = decodeURIComponent(path).split('/').slice(2, -1).join('/');
  const file = join(modules, name, 'package.json');
  if (existsSync(file)) response.end(readFileSync(file));
  else response.writeHead(404).end();
}

function answerObjects(objects: Map<string, Buffer>, path: string, asked: { request: IncomingMessage; body: Buffer }, response: ServerResponse): void {
  const { request, body } = asked;
  const found = objects.get(path);
  response.setHeader('etag', '"1"');
  if (request.method === 'PUT') objects.set(path, withoutChunks(body, request));
  else if (request.method === 'DELETE') objects.delete(path);
  else if (found !== undefined) return void response.end(found);
  else return void response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>');
  response.end();
}

/** The SDK signs uploads chunk by chunk; each is announced by its length in hex. */
function withoutChunks(body: Buffer, { headers }: IncomingMessage): Buffer {
  const isChunked = String(headers['content-encoding']).includes('aws-chunked') || String(headers['x-amz-content-sha256']).startsWith('STREAMING');
  if (!isChunked) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.subarray(at, lineEnd).toString(), 16);
    if (!(length > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
