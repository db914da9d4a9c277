import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { controlApi } from './control-api.ts';
import { messagesApi } from './messages-api.ts';
import type { StandIn } from './stand-in.ts';

/** Twilio's API and the levers in one app; mount it, or serve it on a port of its own. */
export const standInApp = (standIn: StandIn): Hono<{ Bindings: HttpBindings }> =>
  new Hono<{ Bindings: HttpBindings }>().route('/', messagesApi(standIn)).route('/', controlApi(standIn));

export interface Served {
  url: string;
  close: () => Promise<void>;
}

/** Listens on this machine only; port 0 chooses a free one. */
export const serveStandIn = (standIn: StandIn, port = 0): Promise<Served> => serveHere(standInApp(standIn).fetch, port);

/** The same for any app. */
export function serveHere(fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>, port = 0): Promise<Served> {
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env as HttpBindings) }) as Server;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }));
  });
}
