export const isProduction = $app.stage === 'production';

/** Values that a deployment must be told; SST reads them from `.env` and `.env.<stage>`. */
const told = (name: string): string => {
  const value = process.env[name]?.trim();
  if (value) return value;
  throw new Error(`${name} is not set: put it into .env.${$app.stage} (docs/deploy.md)`);
};
const mayTell = (name: string, otherwise: string): string => process.env[name]?.trim() || otherwise;

/** On a branch nothing may be real: no domain, an account that exists nowhere, nobody to text. */
const onlyInProduction = (name: string, onBranch: string): string => (isProduction ? told(name) : mayTell(name, onBranch));

export const domain = isProduction ? told('DOMAIN') : undefined;
/** Route 53 makes the certificate; a domain elsewhere brings its own. */
export const certificate = process.env.DOMAIN_CERTIFICATE?.trim() || undefined;
export const alertEmail = onlyInProduction('ALERT_EMAIL', 'nobody@example.com');
export const monthlyDollars = mayTell('MONTHLY_BUDGET', '50');

/** People are spread over these; may grow, never shrink. */
export const wakeShards = Number(mayTell('WAKE_SHARDS', isProduction ? '64' : '8'));
/** Workers at once. A new account runs 10 functions at once in all, and the webhooks come first. */
export const wakeWorkers = Number(mayTell('WAKE_WORKERS', '4'));
/** Kept free for the webhooks; 0 keeps none, as a new account has none to give away. */
export const reservedForWeb = Number(mayTell('RESERVED_FOR_WEB', '0'));

/** What the functions themselves read; the names are those of their settings. */
export const serviceSettings = {
  STAGE: $app.stage,
  TWILIO_ACCOUNT_SID: onlyInProduction('TWILIO_ACCOUNT_SID', `AC${'0'.repeat(32)}`),
  TWILIO_MESSAGING_SERVICE_SID: onlyInProduction('TWILIO_MESSAGING_SERVICE_SID', `MG${'0'.repeat(32)}`),
  TWILIO_BASE_URL: 'https://api.twilio.com',
  TWILIO_NUMBERS: mayTell('TWILIO_NUMBERS', ''),
  OPT_OUT_MODE: mayTell('OPT_OUT_MODE', 'advanced'),
  SERVICE_NAME: onlyInProduction('SERVICE_NAME', 'Breathing Room (test)'),
  PRIVACY_URL: onlyInProduction('PRIVACY_URL', 'https://example.com/privacy'),
  STAFFED_NUMBER: mayTell('STAFFED_NUMBER', ''),
  // Mails themselves are still to come; the settings are checked at every start already.
  MAIL_FROM: onlyInProduction('MAIL_FROM', ''),
  MAIL_DOMAIN: onlyInProduction('MAIL_DOMAIN', ''),
  POSTAL_ADDRESS: onlyInProduction('POSTAL_ADDRESS', ''),
  WAKE_SHARDS: String(wakeShards),
  DAILY_SPEND_CAP: mayTell('DAILY_SPEND_CAP', '5000'),
  // A branch texts these numbers and nobody else, however its data came to be; production has no such list.
  ...(isProduction ? {} : { TEXT_ONLY_TO: mayTell('TEXT_ONLY_TO', '') }),
};
