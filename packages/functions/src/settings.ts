import * as z from 'zod';
import type { Profile } from '@breathing-room/core/domain/content';
import type { SesMailsOptions } from '@breathing-room/core/email/ses-mails';
import type { TwilioSettings } from '@breathing-room/core/twilio/twilio-settings';
import { localDefaults } from './local-defaults.ts';

const word = z.string().trim().min(1);
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Every setting there is, by the name of its environment variable. */
export const Settings = z.object({
  STAGE: word,
  PORT: wholeNumber(0, 65_535),
  DATA_DIR: word,
  TABLE_NAME: word,
  /** Another DynamoDB than AWS's own. */
  DYNAMODB_ENDPOINT: address.optional(),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 hex digits'),
  TWILIO_AUTH_TOKEN: word,
  /** Still accepted on webhooks while a token is being rotated out (W6). */
  TWILIO_AUTH_TOKEN_PREVIOUS: word.optional(),
  TWILIO_MESSAGING_SERVICE_SID: z.string().regex(/^MG[0-9a-f]{32}$/i, 'must be MG and 32 hex digits'),
  TWILIO_BASE_URL: address,
  /** Our own numbers, by commas; empty accepts every number of the account (W7). */
  TWILIO_NUMBERS: list,
  /** The address Twilio calls, as typed into its console (W5). */
  PUBLIC_BASE_URL: address,
  OPT_OUT_MODE: z.enum(['none', 'default', 'advanced']),
  ADDRESS_KEYS: word,
  ADDRESS_PEPPER: word,
  LINK_KEY: word,
  /** At most these lengths: the content lint counts texts with them filled in. */
  SERVICE_NAME: word.max(20),
  PRIVACY_URL: word.max(36),
  /** A number with people behind it, if the operator has one (X12). */
  STAFFED_NUMBER: word.optional(),
  /** Who mails are from: `Breathing Room <notes@mail.example.org>`. A neutral name (E9); replies come back here. */
  MAIL_FROM: z.string().regex(/^[^<>\r\n"]{1,60} <[^\s<>@]+@[^\s<>@]+>$/, 'must be Name <mailbox@domain>'),
  /** The domain whose mail reaches us: join@ and every answer. */
  MAIL_DOMAIN: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in lower case'),
  /** Where the operator gets post; the law wants it in each mail (CAN-SPAM, 15 U.S.C. 7704(a)(5)). */
  POSTAL_ADDRESS: z.string().trim().min(10).max(160),
  /** Another SES than AWS's own; a stage whose default names a stand-in says `aws`. */
  SES_ENDPOINT: z.union([z.literal('aws').transform(() => undefined), address]).optional(),
  /** The SES configuration set whose events reach us. */
  SES_CONFIGURATION_SET: word.optional(),
  /** Where SES stores what comes in; only the function that reads it is told. */
  MAIL_BUCKET: word.optional(),
  /** Where this machine takes mail in by SMTP; 0 chooses a free port. Never deployed. */
  SMTP_PORT: wholeNumber(0, 65_535),
  WAKE_SHARDS: wholeNumber(1, 1024),
  /** Scheduled notes a day for the whole service at most (S7, N4). */
  DAILY_SPEND_CAP: wholeNumber(0, 10_000_000),
});
export type Settings = z.infer<typeof Settings>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What production need not be told. */
const productionDefaults: Environment = {
  PORT: '3000',
  DATA_DIR: '.data',
  TWILIO_BASE_URL: 'https://api.twilio.com',
  TWILIO_NUMBERS: '',
  SMTP_PORT: '0',
  WAKE_SHARDS: '64',
  DAILY_SPEND_CAP: '5000',
};

/**
 * Reads the environment; an empty variable counts as missing. Outside production everything has a default.
 * @throws SettingsError naming every setting that is missing or wrong, one line each.
 */
export function readSettings(env: Environment): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => (value ?? '').trim() !== ''));
  const isProduction = given.STAGE === 'production';
  const read = Settings.safeParse({ ...(isProduction ? productionDefaults : localDefaults(given)), ...given });
  const problems = read.success ? [] : read.error.issues.map((issue) => problemLine(issue, given));
  if (isProduction) problems.push(...unfitForProduction(given));
  if (!read.success || problems.length > 0) throw new SettingsError(problems);
  return read.data;
}

export class SettingsError extends Error {
  override name = 'SettingsError';
  /** One line per setting; never a value. */
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

function problemLine(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} is missing` : `${name} is wrong: ${issue.message}`;
}

/** Production takes no default that is printed anywhere, no plain http and no stock opt-out texts. */
function unfitForProduction(given: Environment): string[] {
  const published = localDefaults({});
  const secrets = ['TWILIO_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN_PREVIOUS', 'ADDRESS_KEYS', 'ADDRESS_PEPPER', 'LINK_KEY'];
  return [
    ...secrets
      .filter((name) => given[name] !== undefined && given[name] === published[name])
      .map((name) => `${name} is the published local value; production needs its own`),
    ...['PUBLIC_BASE_URL', 'TWILIO_BASE_URL', 'SES_ENDPOINT']
      .filter((name) => given[name]?.startsWith('http:'))
      .map((name) => `${name} must begin with https: in production`),
    // Twilio's stock HELP text would stand in for ours and names no help line.
    ...(given.OPT_OUT_MODE === 'default'
      ? ['OPT_OUT_MODE must be advanced or none in production: the default HELP text hides the help lines']
      : []),
  ];
}

export const twilioSettings = (settings: Settings): TwilioSettings => ({
  accountSid: settings.TWILIO_ACCOUNT_SID,
  authTokens: [
    settings.TWILIO_AUTH_TOKEN,
    ...(settings.TWILIO_AUTH_TOKEN_PREVIOUS === undefined ? [] : [settings.TWILIO_AUTH_TOKEN_PREVIOUS]),
  ],
  messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID,
  numbers: settings.TWILIO_NUMBERS,
  apiBaseUrl: settings.TWILIO_BASE_URL,
  publicBaseUrl: settings.PUBLIC_BASE_URL,
  optOutMode: settings.OPT_OUT_MODE,
});

export const mailSettings = (settings: Settings, region: string): SesMailsOptions => ({
  region,
  from: settings.MAIL_FROM,
  ...(settings.SES_ENDPOINT !== undefined && { endpoint: settings.SES_ENDPOINT }),
  ...(settings.SES_CONFIGURATION_SET !== undefined && { configurationSet: settings.SES_CONFIGURATION_SET }),
});

export const profileOf = (settings: Settings): Profile => ({
  serviceName: settings.SERVICE_NAME,
  privacyUrl: settings.PRIVACY_URL,
  optOutMode: settings.OPT_OUT_MODE,
  mail: { domain: settings.MAIL_DOMAIN, postalAddress: settings.POSTAL_ADDRESS },
  ...(settings.STAFFED_NUMBER === undefined ? {} : { staffedNumber: settings.STAFFED_NUMBER }),
});
