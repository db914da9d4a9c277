import { resolveMx } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lookAtAws } from './setup/aws-account.ts';
import { lookByHand } from './setup/console-texts.ts';
import { type Finding, finding, rowOf } from './setup/finding.ts';
import { lookAtMailDomain } from './setup/mail-domain.ts';
import { pastes } from './setup/pastes.ts';
import { lookAtSettings, optOutMode, untold } from './setup/settings.ts';
import { applyToTwilio, lookAtTwilio, type OurAddresses, type TwilioAccess } from './setup/twilio-console.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'; // Its word on Node 20, at every import.
const { SESv2Client } = await import('@aws-sdk/client-sesv2');

const help = `npm run setup:aws [-- --fallback <url>] [--apply]

Reads .env.production, and TWILIO_AUTH_TOKEN and AWS credentials from the environment; looks at both accounts
and prints what is wrong, with the mend, and what to paste where. Changes nothing without --apply.

  --fallback <url>  the fallback address the deployment printed; compared, and written by --apply
  --apply           writes to Twilio alone: the messaging service's request URL, fallback URL (if it is
                    given here) and Smart Encoding off

Exit codes: 0 all is well, 1 something is wrong, 2 not understood or refused.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { fallback: { type: 'string' }, apply: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help === true) return say([help]);
  if (existsSync('.env.production')) process.loadEnvFile('.env.production');
  const { env } = process;
  const ours: OurAddresses = {
    inbound: `https://${env.DOMAIN ?? ''}/sms/inbound`,
    ...(values.fallback !== undefined && { fallback: values.fallback }),
  };
  if (values.apply === true) await apply(env, ours);
  const findings = await look(env, ours);
  say([...findings.map(rowOf), '', countsOf(findings), ...pastes(env)]);
  return findings.some(({ kind }) => kind === 'wrong') ? 1 : 0;
}

async function apply(env: NodeJS.ProcessEnv, ours: OurAddresses): Promise<void> {
  const twilio = twilioAccess(env);
  if (twilio === undefined || untold(env, ['DOMAIN']).length > 0)
    throw new Error('--apply needs DOMAIN, TWILIO_ACCOUNT_SID, TWILIO_MESSAGING_SERVICE_SID and TWILIO_AUTH_TOKEN.');
  await applyToTwilio(twilio, ours);
  say([`Written to Twilio: request URL ${ours.inbound}, fallback ${ours.fallback ?? 'as it was'}, Smart Encoding off.`, '']);
}

async function look(env: NodeJS.ProcessEnv, ours: OurAddresses): Promise<Finding[]> {
  const region = env.AWS_REGION?.trim() || 'us-east-1';
  const mails = new SESv2Client({ region, maxAttempts: 2 });
  const twilio = twilioAccess(env);
  return [
    ...lookAtSettings(env),
    ...(await lookAtAws(mails, region)),
    ...(await lookAtMailDomain(mails, { domain: env.MAIL_DOMAIN ?? '', region, mailHostsOf })),
    ...(twilio === undefined ? [twilioUntold] : await lookAtTwilio(twilio, ours)),
    ...lookByHand(optOutMode(env)).map((what): Finding => ({ kind: 'by_hand', what })),
  ];
}

const twilioUntold = finding(
  false,
  'Twilio: it can be asked',
  'Needs TWILIO_ACCOUNT_SID and TWILIO_MESSAGING_SERVICE_SID in .env.production, and TWILIO_AUTH_TOKEN in the environment.',
);

const countsOf = (findings: readonly Finding[]): string => {
  const count = (kind: Finding['kind']): number => findings.filter((each) => each.kind === kind).length;
  return `${count('ok')} ok, ${count('wrong')} wrong, ${count('by_hand')} to look at by hand.`;
};

function twilioAccess({
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
}: NodeJS.ProcessEnv): TwilioAccess | undefined {
  return accountSid && authToken && messagingServiceSid ? { accountSid, authToken, messagingServiceSid } : undefined;
}

/** Where DNS sends mail to a domain; nowhere while it says nothing. */
const mailHostsOf = async (domain: string): Promise<string[]> => (await resolveMx(domain).catch(() => [])).map(({ exchange }) => exchange);

function say(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  return 2;
});
