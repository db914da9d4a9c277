import { readSettings, SettingsError } from '@breathing-room/functions/settings';
import { serveStandIn } from './serve-stand-in.ts';
import { createStandIn } from './stand-in.ts';

/**
 * The stand-in as a process of its own, for benches and for tests that kill things. Reads the
 * service's own settings and STAND_IN_PORT, STAND_IN_FALLBACK_URL, STAND_IN_DELIVER_TO and
 * STAND_IN_CALLBACK_DELAY_MS; prints one JSON line with its address once it listens.
 */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(env);
  const { STAND_IN_FALLBACK_URL: fallbackUrl, STAND_IN_DELIVER_TO: deliverTo, STAND_IN_CALLBACK_DELAY_MS: delay } = env;
  const standIn = createStandIn({
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID,
    publicBaseUrl: settings.PUBLIC_BASE_URL,
    optOutMode: settings.OPT_OUT_MODE,
    ...(fallbackUrl === undefined ? {} : { fallbackUrl }),
    ...(deliverTo === undefined ? {} : { deliverTo }),
    ...(delay === undefined ? {} : { callbackDelayMs: Number(delay) }),
  });
  const served = await serveStandIn(standIn, Number(env.STAND_IN_PORT ?? 0));
  process.stdout.write(`${JSON.stringify({ url: served.url })}\n`);
  process.once('SIGTERM', () => void served.close());
}

await main(process.env).catch((error: unknown) => {
  const lines = error instanceof SettingsError ? error.lines : ['the stand-in could not start', String(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
});
