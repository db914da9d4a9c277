import { type Finding, finding } from './finding.ts';

/** Without any of these the deployment of production stops (docs/deploy.md, step 1). */
export const mustBeTold = [
  'DOMAIN',
  'ALERT_EMAIL',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_MESSAGING_SERVICE_SID',
  'SERVICE_NAME',
  'PRIVACY_URL',
  'MAIL_DOMAIN',
  'MAIL_FROM',
  'POSTAL_ADDRESS',
  'MAIL_RULE_SET',
] as const;

/** Which of these the environment does not tell. */
export const untold = (env: NodeJS.ProcessEnv, names: readonly string[] = mustBeTold): string[] =>
  names.filter((name) => (env[name]?.trim() ?? '') === '');

/** What `.env.production` says, before anybody is asked. */
export function lookAtSettings(env: NodeJS.ProcessEnv): Finding[] {
  const missing = untold(env);
  const mode = optOutMode(env);
  return [
    finding(
      missing.length === 0,
      'Settings: all that a deployment needs are told',
      `Write into .env.production (docs/deploy.md, step 1): ${missing.join(', ')}.`,
    ),
    finding(
      mode !== 'default',
      `Settings: OPT_OUT_MODE is ${mode}`,
      "advanced or none: Twilio's stock HELP hides the help lines, so a deployment is refused.",
    ),
  ];
}

/** Who answers STOP, START and HELP; as the deployment takes it. */
export const optOutMode = (env: NodeJS.ProcessEnv): string => env.OPT_OUT_MODE?.trim() || 'advanced';
