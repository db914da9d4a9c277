export const isProduction = $app.stage === 'production';
export const region = aws.getRegionOutput({}).region;
export const account = aws.getCallerIdentityOutput({}).accountId;

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

const list = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** Mails leave from it and, in production, come in to it. A branch has none unless it is told one of its own. */
export const mailDomain = onlyInProduction('MAIL_DOMAIN', '') || undefined;
const mailFrom = onlyInProduction('MAIL_FROM', '');
/** The bare address of MAIL_FROM; answers come back to it, so it lies in the domain whose mail reaches us. */
export const fromAddress = mailbox(mailFrom);
/** On a branch nobody else is ever mailed; AWS itself holds to it. */
export const mailOnlyTo = isProduction ? [] : list(mayTell('MAIL_ONLY_TO', '').toLowerCase());
/** `own`, or the rule set that this account has active already: there can be only one. */
export const mailRuleSet = onlyInProduction('MAIL_RULE_SET', 'own');

function mailbox(from: string): string | undefined {
  const address = /<([^<>]+)>$/.exec(from)?.[1];
  if (mailDomain === undefined || address?.endsWith(`@${mailDomain}`)) return address;
  throw new Error(`MAIL_FROM must be Name <mailbox@${mailDomain}>: its address is not in MAIL_DOMAIN (docs/deploy.md)`);
}

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
  MAIL_FROM: mailFrom,
  MAIL_DOMAIN: mailDomain ?? '',
  POSTAL_ADDRESS: onlyInProduction('POSTAL_ADDRESS', ''),
  SES_ENDPOINT: 'aws',
  WAKE_SHARDS: String(wakeShards),
  DAILY_SPEND_CAP: mayTell('DAILY_SPEND_CAP', '5000'),
  // A branch writes to these and nobody else, however its data came to be; production has no such list.
  ...(isProduction ? {} : { TEXT_ONLY_TO: mayTell('TEXT_ONLY_TO', ''), MAIL_ONLY_TO: mailOnlyTo.join() }),
};
