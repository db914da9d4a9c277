import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { instantAt, epochSeconds } from '@breathing-room/core/domain/instant';
import { readSettings } from '@breathing-room/functions/settings';
import { localService } from '@breathing-room/local/local-service';

/**
 * A worker that sends what is due until somebody kills it. Its clock begins at CLOCK and runs on in
 * real time. With BLIND=1 it is the control: a look-up always says "nothing was sent", as if there were none.
 */
const settings = readSettings(process.env);
const local = await localService({ settings, endpoint: process.env.DYNAMODB_ENDPOINT! });
const began = Date.now();
const clock = { now: () => instantAt(epochSeconds(process.env.CLOCK!) + (Date.now() - began) / 1000) };
const blind = { ...local.services.texts, listSent: async () => [] };
const services = { ...local.services, clock, texts: process.env.BLIND === '1' ? blind : local.services.texts };

process.stdout.write('ready\n');
const counts = await wakeAll(services);
process.stdout.write(`${JSON.stringify(counts)}\n`);
