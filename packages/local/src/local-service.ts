import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { recordDelivery } from '@breathing-room/core/actions/record-delivery';
import { receiveText } from '@breathing-room/core/actions/receive-text';
import { loadContent } from '@breathing-room/core/content/load-content';
import type { Instant } from '@breathing-room/core/domain/instant';
import { epochSeconds } from '@breathing-room/core/domain/instant';
import { renderText } from '@breathing-room/core/domain/render';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { dynamoStore } from '@breathing-room/core/dynamo/store';
import { composeMail } from '@breathing-room/core/email/compose-mail';
import { keyedPins } from '@breathing-room/core/email/keyed-pins';
import { sesMails } from '@breathing-room/core/email/ses-mails';
import { signedLinks } from '@breathing-room/core/email/signed-links';
import type { Services } from '@breathing-room/core/services';
import { twilioTexts } from '@breathing-room/core/twilio/twilio-texts';
import { createApi } from '@breathing-room/functions/api';
import { mailSettings, profileOf, type Settings, twilioSettings } from '@breathing-room/functions/settings';
import { Hono } from 'hono';
import { type LocalClock, localClock } from './local-clock.ts';
import type { LocalState } from './local-state.ts';
import { type LocalMail, localMail } from './mail/local-mail.ts';
import { mailBook } from './mail/mail-book.ts';
import { sesEndpoint } from './mail/ses-endpoint.ts';
import { createStandIn, type StandIn } from './stand-in-twilio/stand-in.ts';
import { standInApp } from './stand-in-twilio/serve-stand-in.ts';
import { traceBook } from './trace-book.ts';

export interface LocalOptions {
  settings: Settings;
  /** The embedded engine's, or DYNAMODB_ENDPOINT. */
  endpoint: string;
  /** What an earlier run left behind. */
  state?: LocalState;
  /** Stands still at this moment until it is moved; for stories. */
  frozen?: Instant;
  callbackDelayMs?: number;
}

/** The whole service in one process: real store, real wire protocols, a stand-in carrier, a clock to turn. */
export interface LocalService {
  services: Services;
  standIn: StandIn;
  clock: LocalClock;
  traces: ReturnType<typeof traceBook>;
  mail: LocalMail;
  /** The stand-ins' routes; the page and the local API are mounted beside them, and the deployed app has all the rest. */
  app: Hono;
  settings: Settings;
}

/** Builds the service on a table that is made when it is missing. */
export async function localService(options: LocalOptions): Promise<LocalService> {
  const { settings, state, frozen } = options;
  const clock = localClock({ ...(state && { aheadSeconds: state.aheadSeconds }), ...(frozen !== undefined && { frozen }) });
  const traces = traceBook(state?.traces);
  const services = await servicesFor(options, clock, traces);
  const standIn = standInFor(options, clock, services);
  const ours = { service: settings.SERVICE_NAME, domain: settings.MAIL_DOMAIN };
  const mail = localMail({ book: mailBook(state?.mails), services, clock, ours, eventDelayMs: options.callbackDelayMs ?? 20 });
  const deployed = createApi({ services, twilio: twilioSettings(settings), receiveText, recordDelivery });
  const app = new Hono()
    .route('/twilio', standInApp(standIn) as unknown as Hono)
    .route('/ses', sesEndpoint({ take: mail.take }))
    .notFound((c) => deployed.fetch(c.req.raw, c.env));
  return { services, standIn, mail, clock, traces, app, settings };
}

/** Listens on this machine only. */
export const listen = (app: Hono, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server;
    server.once('error', reject);
  });

function standInFor({ settings, state, callbackDelayMs = 20 }: LocalOptions, clock: LocalClock, { guide }: Services): StandIn {
  const says = (id: string): string => renderText({ id }, { region: 'US', language: 'en' }, guide);
  const standIn = createStandIn({
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID,
    publicBaseUrl: settings.PUBLIC_BASE_URL,
    optOutMode: settings.OPT_OUT_MODE,
    callbackDelayMs,
    carrierTexts: { stop: says('carrier.stop'), start: says('carrier.start'), help: says('carrier.help') },
    now: () => epochSeconds(clock.now()) * 1000,
  });
  if (state !== undefined) standIn.restore(state.standIn);
  return standIn;
}

async function servicesFor({ settings, endpoint }: LocalOptions, clock: LocalClock, traces: LocalService['traces']): Promise<Services> {
  const client = dynamoClient({ region: 'us-east-1', endpoint });
  await createTable(client, settings.TABLE_NAME);
  const ids = {
    next: () =>
      BigInt(`0x${randomBytes(7).toString('hex')}`)
        .toString(36)
        .slice(0, 10)
        .padStart(10, '0'),
  };
  return {
    clock,
    ids,
    store: dynamoStore({
      client,
      clock,
      ids,
      regionOf,
      tableName: settings.TABLE_NAME,
      keys: readAddressKeys(settings.ADDRESS_KEYS),
      pepper: settings.ADDRESS_PEPPER,
      shards: settings.WAKE_SHARDS,
      onUnreadable: () => {},
    }),
    texts: twilioTexts({ settings: twilioSettings(settings) }),
    guide: { ...loadContent(), profile: profileOf(settings) },
    meter: { add: () => {} },
    mails: sesMails(mailSettings(settings, 'us-east-1')),
    links: signedLinks({ key: settings.LINK_KEY, publicBaseUrl: settings.PUBLIC_BASE_URL }),
    composeMail,
    pins: keyedPins(settings.ADDRESS_PEPPER),
    limits: { notesPerDay: settings.DAILY_SPEND_CAP, parallel: 8 },
    trace: (id, reasons) => traces.add(id, { at: clock.now(), reasons: [...reasons] }),
  };
}
