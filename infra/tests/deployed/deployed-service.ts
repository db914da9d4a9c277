import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { epochSeconds, type Instant, plusMinutes } from '@breathing-room/core/domain/instant';
import { readSettings, type Settings } from '@breathing-room/functions/settings';
import { startEngine } from '@breathing-room/local/engine';
import { type LocalService, localService } from '@breathing-room/local/local-service';
import { serveStandIn } from '@breathing-room/local/stand-in-twilio/serve-stand-in';
import { gateway, type Gateway, type HttpAnswer } from '../../offline/gateway.ts';
import { sealingKey } from '../../offline/made-up.ts';
import { type QueueEvent, queueStandIn } from '../../offline/queue-stand-in.ts';
import { recordingProxy } from '../../offline/recording-proxy.ts';
import { type RunningLambda, runLambda } from '../../offline/run-lambda.ts';
import { operatorSecrets, operatorSettings } from '../../offline/run-sst.ts';
import { stage } from '../stage.ts';
import { type Post, startPost } from './post.ts';
import { type LazyLambda, whenAsked } from './when-asked.ts';

export const functionIds = ['Web', 'Fallback', 'Tick', 'Wake', 'Replay', 'InboundMail', 'MailEvents'] as const;
export type FunctionId = (typeof functionIds)[number];

/** The built functions, each in a process of its own, with stand-ins for everything around them. */
export interface DeployedService {
  local: LocalService;
  gateway: Gateway;
  functions: Record<FunctionId, LazyLambda>;
  post: Post;
  /** What each function asked of AWS, as IAM names it. */
  asked: (id: FunctionId) => string[];
  /** One scheduled minute: the tick, then the workers on what it queued. */
  tick: () => Promise<void>;
  advanceTo: (to: Instant) => Promise<void>;
  close: () => Promise<void>;
}

const publicBaseUrl = `https://${operatorSettings.DOMAIN}`;

export interface DeployedOptions {
  begins: Instant;
  /** The only phones and mailboxes it may write to, as on a branch stage. */
  mayText: readonly string[];
  mayMail?: readonly string[];
  /** Whose settings and whose policies for mails hold. */
  grantedBy?: 'production' | 'pr-12';
}

/** Starts all functions of production's packages. As STAGE it is told `check`: production takes no plain http. */
export async function startDeployed({ begins, mayText, mayMail = [], grantedBy = 'production' }: DeployedOptions): Promise<DeployedService> {
  const engine = await startEngine();
  const tableName = `deployed-${randomBytes(4).toString('hex')}`;
  const queue = await queueStandIn();
  const proxies = Object.fromEntries(await Promise.all(functionIds.map(async (id) => [id, await recordingProxy(engine.endpoint)] as const)));
  const clockFile = join(inject('project'), `clock-${tableName}`);
  const functions = {} as Record<FunctionId, LazyLambda>;
  const front = await gateway((event) => functions.Web.invoke<HttpAnswer>(event));
  const local = await localService({ settings: localSettings(tableName), endpoint: engine.endpoint, frozen: begins, callbackDelayMs: 1 });
  Object.assign(local.standIn.account, { deliverTo: front.url });
  const served = await serveStandIn(local.standIn);
  const post = await startPost({ grantedBy: stage(grantedBy), now: local.clock.now, invoke: (id, event) => functions[id].invoke(event) });
  const moved = (): void => writeFileSync(clockFile, String(epochSeconds(local.clock.now()) * 1000));
  moved();
  const env = (id: FunctionId): Record<string, string> => ({
    ...stage(grantedBy).fn(id).environment.variables,
    STAGE: 'check', TABLE_NAME: tableName, WAKE_SHARDS: '8', OPT_OUT_MODE: 'none', TWILIO_BASE_URL: served.url, TEXT_ONLY_TO: mayText.join(), MAIL_ONLY_TO: mayMail.join(), ...post.envOf(id),
    DYNAMODB_ENDPOINT: proxies[id]!.url, SQS_ENDPOINT: queue.url, DUE_SHARDS_URL: `${queue.url}/111122223333/due-shards`, CLOCK_FILE: clockFile, SST_KEY: sealingKey.toString('base64'),
    NODE_OPTIONS: `--import=${new URL('../../offline/lambda-surroundings.mjs', import.meta.url).href}`,
  });
  for (const id of functionIds) functions[id] = whenAsked(() => startFunction(id, env(id)));
  for (const id of ['Web', 'Tick', 'Wake'] as const) functions[id].start();

  const tick = async (): Promise<void> => {
    await functions.Tick.invoke({});
    await Promise.all(queue.take(4).map(async (event) => refuseFailures(await functions.Wake.invoke<BatchResponse>(event), event)));
    await Promise.all([local.standIn.deliveries.settled(), post.settled()]);
  };
  const advanceTo = async (to: Instant): Promise<void> => {
    const moveTo = (at: Instant): void => {
      local.clock.moveTo(at);
      moved();
    };
    await tick();
    for (let due = await local.services.store.nextDue(); due !== undefined && due <= to; due = await local.services.store.nextDue()) {
      const moment = due > local.clock.now() ? due : plusMinutes(local.clock.now(), 1);
      if (moment > to) break;
      moveTo(moment);
      await tick();
    }
    moveTo(to);
  };
  const close = async (): Promise<void> => {
    await post.close();
    for (const fn of Object.values(functions)) fn.stop();
    for (const proxy of Object.values(proxies)) proxy.close();
    queue.close();
    front.close();
    await served.close();
    await engine.stop();
  };
  const asked = (id: FunctionId): string[] =>
    [
      ...[...proxies[id]!.actions].map((action) => `dynamodb:${action}`),
      ...(id === 'Tick' ? [...queue.actions].map((action) => `sqs:${action.replace('Batch', '')}`) : []),
      ...post.asked(id),
    ].sort();
  return { local, gateway: front, functions, post, asked, tick, advanceTo, close };
}

interface BatchResponse {
  batchItemFailures: unknown[];
}

function refuseFailures({ batchItemFailures }: BatchResponse, event: QueueEvent): void {
  if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} of ${event.Records.length} shards failed`);
}

export const startFunction = (id: FunctionId, env: Record<string, string>): Promise<RunningLambda> => {
  const { folderOf, fn } = stage('production');
  const client = join(inject('project'), '.sst/platform/dist/nodejs-runtime/index.js');
  return runLambda({ folder: folderOf(id), client, handler: join(folderOf(id), fn(id).handler), env });
};

/** What reads the same table in this process, to look at records. */
const localSettings = (tableName: string): Settings =>
  readSettings({
    STAGE: 'check', TABLE_NAME: tableName, WAKE_SHARDS: '8', PUBLIC_BASE_URL: publicBaseUrl, SERVICE_NAME: 'Breathing Room', OPT_OUT_MODE: 'none',
    TWILIO_ACCOUNT_SID: operatorSettings.TWILIO_ACCOUNT_SID, TWILIO_MESSAGING_SERVICE_SID: operatorSettings.TWILIO_MESSAGING_SERVICE_SID,
    TWILIO_AUTH_TOKEN: operatorSecrets.TwilioAuthToken, ADDRESS_KEYS: operatorSecrets.AddressKeys, ADDRESS_PEPPER: operatorSecrets.AddressPepper,
  });
