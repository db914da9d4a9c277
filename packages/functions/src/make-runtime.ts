import { randomInt } from 'node:crypto';
import { instantAt } from '@breathing-room/core/domain/instant';
import { regionOf } from '@breathing-room/core/domain/region-of';
import { readAddressKeys } from '@breathing-room/core/dynamo/address-keys';
import { dynamoClient } from '@breathing-room/core/dynamo/client';
import { dynamoStore } from '@breathing-room/core/dynamo/store';
import { keyedPins } from '@breathing-room/core/email/keyed-pins';
import { signedLinks } from '@breathing-room/core/email/signed-links';
import type { Clock, Ids, TextProvider } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { countMetrics } from './count-metrics.ts';
import { describeFault, logToConsole } from './log-line.ts';
import { onlyMailTo, onlyTo } from './only-to.ts';
import { readContent } from './read-content.ts';
import { mailSettings, profileOf, readSettings, Settings, SettingsError, twilioSettings } from './settings.ts';
import { whenNeeded } from './when-needed.ts';

export interface Runtime {
  settings: Settings;
  services: Services;
}

/** Loads what sends texts; the function that answers webhooks sends none by itself and does without. */
export type LoadTexts = (settings: TwilioSettings) => Promise<TextProvider>;

/**
 * Builds the deployed service's parts from the environment and the linked resources.
 * @throws SettingsError, after printing one line per setting that is missing or wrong.
 */
export async function makeRuntime(loadTexts: LoadTexts): Promise<Runtime> {
  try {
    const settings = readSettings({ ...(await linkedSettings()), ...process.env });
    return { settings, services: await servicesOf(settings, process.env, loadTexts) };
  } catch (error) {
    if (error instanceof SettingsError) process.stderr.write(`${error.lines.join('\n')}\n`);
    throw error;
  }
}

/** What the deployment linked, by the names of the settings: `TwilioAuthToken` is TWILIO_AUTH_TOKEN. */
async function linkedSettings(): Promise<Record<string, string | undefined>> {
  if (process.env.SST_RESOURCE_App === undefined && process.env.SST_KEY_FILE === undefined) return {};
  const { Resource } = await import('sst/resource');
  const linked = Resource as unknown as Record<string, { value?: string } | undefined>;
  const names = Object.keys(Settings.shape).filter((name) => resourceName(name) in linked);
  return Object.fromEntries(names.map((name) => [name, linked[resourceName(name)]?.value]));
}

const resourceName = (setting: string): string =>
  setting.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

async function servicesOf(settings: Settings, env: NodeJS.ProcessEnv, loadTexts: LoadTexts): Promise<Services> {
  const { AWS_REGION: region = 'us-east-1', LAMBDA_TASK_ROOT: folder } = env;
  const { DYNAMODB_ENDPOINT: endpoint } = settings;
  const texts = whenNeeded(() => loadTexts(twilioSettings(settings)));
  const mails = whenNeeded(async () => (await import('@breathing-room/core/email/ses-mails')).sesMails(mailSettings(settings, region)));
  return {
    clock,
    ids,
    store: dynamoStore({
      client: dynamoClient({ region, ...(endpoint === undefined ? {} : { endpoint }) }),
      clock,
      ids,
      regionOf,
      tableName: settings.TABLE_NAME,
      keys: readAddressKeys(settings.ADDRESS_KEYS),
      pepper: settings.ADDRESS_PEPPER,
      shards: settings.WAKE_SHARDS,
      onUnreadable: (_, error) => logToConsole({ level: 'error', event: 'record_unreadable', alarm: true, fault: describeFault(error) }),
    }),
    ...reaching(settings.STAGE, { texts, mails }, env),
    guide: { ...(await readContent(folder)), profile: profileOf(settings) },
    meter: countMetrics(clock),
    links: signedLinks({ key: settings.LINK_KEY, publicBaseUrl: settings.PUBLIC_BASE_URL }),
    composeMail: async (mail) => (await import('@breathing-room/core/email/compose-mail')).composeMail(mail),
    pins: keyedPins(settings.ADDRESS_PEPPER),
    limits: { notesPerDay: settings.DAILY_SPEND_CAP, parallel: 8 },
  };
}

/** Production and this machine's stand-ins write to everybody; every other stage only to whom it was given. */
const reaching = (stage: string, { texts, mails }: Senders, { TEXT_ONLY_TO, MAIL_ONLY_TO }: NodeJS.ProcessEnv): Senders =>
  stage === 'production' || stage === 'local'
    ? { texts, mails }
    : { texts: onlyTo(texts, listed(TEXT_ONLY_TO)), mails: onlyMailTo(mails, listed(MAIL_ONLY_TO?.toLowerCase())) };

type Senders = Pick<Services, 'texts' | 'mails'>;

const listed = (addresses = ''): string[] => addresses.split(',').map((address) => address.trim());

const clock: Clock = { now: () => instantAt(Date.now() / 1000) };

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
const ids: Ids = { next: () => Array.from({ length: 10 }, () => letters[randomInt(36)]).join('') };
