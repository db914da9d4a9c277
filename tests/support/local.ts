import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { readSettings } from '@breathing-room/functions/settings';
import { freePort } from '@breathing-room/local/engine';
import { localApi } from '@breathing-room/local/local-api';
import { listen, type LocalOptions, type LocalService, localService } from '@breathing-room/local/local-service';

export interface TestLocal {
  local: LocalService;
  url: string;
  close(): Promise<void>;
}

/** The whole local service on the run's engine, a table of its own and a free port. */
export async function startLocal(options: Partial<LocalOptions> & { env?: Record<string, string> } = {}): Promise<TestLocal> {
  const { env, ...rest } = options;
  const port = await freePort(0);
  const settings = readSettings({ PORT: String(port), TABLE_NAME: `local-${randomBytes(6).toString('hex')}`, ...env });
  const local = await localService({ settings, endpoint: inject('dynamoEndpoint'), callbackDelayMs: 1, ...rest });
  local.app.route('/', localApi(local));
  const server = await listen(local.app, port);
  return {
    local,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
