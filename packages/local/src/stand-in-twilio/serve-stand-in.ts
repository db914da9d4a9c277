import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { controlApi } from './control-api.ts';
import { messagesApi } from './messages-api.ts';
import type { StandIn } from './stand-in.ts';

/** Twilio's API and the levers in one app; mount it, or serve it on a port of its own. */
export const standInApp = (standIn: StandIn): Hono<{ Bindings: HttpBindings }> =>
  new Hono<{ Bindings: HttpBindings }>().route('/', messagesApi(standIn)).route('/', controlApi(standIn));

export interface ServedStandIn {
  url: string;
  close: () => Promise<void>;
}

/** Listens on this machine only; port 0 chooses a free one. */
export function serveStandIn(standIn: StandIn, port = 0): Promise<ServedStandIn> {
  return new Promise((resolve) => {
    const server = serve({ fetch: standInApp(standIn).fetch, port, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => new Promise((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }) }));
  });
}
