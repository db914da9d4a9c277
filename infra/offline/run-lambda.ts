import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LambdaOptions {
  /** The unpacked package. */
  folder: string;
  /** AWS's own runtime client, which SST carries. */
  client: string;
  handler: string;
  env: Record<string, string>;
}

export interface RunningLambda {
  /** From the start of the process until it asks for its first event. */
  initMs: number;
  /** What it printed so far. */
  log: () => string;
  invoke: <Answer>(event: unknown) => Promise<Answer>;
  stop: () => void;
}

interface Invocation {
  id: string;
  event: unknown;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

const patienceMs = 30_000;

/**
 * Runs a built function in a process of its own, fed over Lambda's Runtime API.
 * @throws when the handler's module cannot be loaded.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function runLambda({ folder, client, handler, env }: LambdaOptions): Promise<RunningLambda> {
  const began = performance.now();
  const api = runtimeApi();
  await new Promise<void>((listening) => api.server.listen(0, '127.0.0.1', listening));
  const address = `127.0.0.1:${(api.server.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, [client, handler], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...lambdaEnv(folder, handler, address), ...env } });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.once('exit', (code) => api.end(new Error(`the function ended with ${code}\n${log.slice(-3000)}`)));
  const stop = (): void => {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    api.server.closeAllConnections();
    api.server.close();
  };
  await api.ready.catch((error: unknown) => {
    stop();
    throw new Error(`the function did not start\n${log.slice(-3000)}`, { cause: error });
  });
  return { initMs: performance.now() - began, log: () => log, invoke: <Answer>(event: unknown) => api.invoke(event) as Promise<Answer>, stop };
}

/** The four addresses a runtime client talks to. */
function runtimeApi() {
  const waiting: ServerResponse[] = [];
  const queued: Invocation[] = [];
  const underWay = new Map<string, Invocation>();
  const { promise: ready, resolve: isReady, reject: isDead } = withResolvers<void>();
  const hand = (): void => {
    while (waiting.length > 0 && queued.length > 0) handOver(waiting.shift()!, queued.shift()!, underWay);
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = Buffer.concat(chunks).toString();
    const [, subject, id = '', what] = /runtime\/(\w+)\/([^/]+)(?:\/(\w+))?$/.exec(request.url ?? '') ?? [];
    if (subject === 'invocation' && id === 'next') {
      isReady();
      waiting.push(response);
      return hand();
    }
    response.writeHead(202).end('{}');
    if (subject === 'init') return isDead(new Error(said));
    const invocation = underWay.get(id);
    underWay.delete(id);
    if (what === 'response') invocation?.resolve(said === '' ? undefined : JSON.parse(said));
    else invocation?.reject(new Error(`the handler threw ${said}`));
  });
  const end = (error: Error): void => {
    isDead(error);
    for (const { reject } of [...queued, ...underWay.values()]) reject(error);
  };
  const invoke = (event: unknown): Promise<unknown> => {
    const { promise, resolve, reject } = withResolvers<unknown>();
    const timer = setTimeout(() => reject(new Error('the function timed out')), patienceMs);
    queued.push({ id: randomUUID(), event, resolve, reject });
    hand();
    return promise.finally(() => clearTimeout(timer));
  };
  return { server, ready, end, invoke };
}

function handOver(response: ServerResponse, invocation: Invocation, underWay: Map<string, Invocation>): void {
  underWay.set(invocation.id, invocation);
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + patienceMs),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:111122223333:function:check',
      'lambda-runtime-trace-id': 'Root=1-0-0;Sampled=0',
    })
    .end(JSON.stringify(invocation.event));
}

const lambdaEnv = (folder: string, handler: string, address: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: ':UTC',
  AWS_LAMBDA_RUNTIME_API: address,
  LAMBDA_TASK_ROOT: folder,
  _HANDLER: handler,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'check',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_LOG_FORMAT: 'JSON',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/check',
  AWS_LAMBDA_LOG_STREAM_NAME: 'check',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Value>((...both) => ([resolve, reject] = both));
  promise.catch(() => {});
  return { promise, resolve, reject };
}
