import { resolveMx } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { loadContent } from '@breathing-room/core/content/load-content';
import { profileOf, readSettings } from '@breathing-room/functions/settings';
import { lookAtAws } from './setup/aws-account.ts';
import { campaignFields, lookByHand, optOutTexts, type Paste } from './setup/console-texts.ts';
import { type Finding, finding, rowOf } from './setup/finding.ts';
import { lookAtMailDomain } from './setup/mail-domain.ts';
import { applyToTwilio, lookAtTwilio, type OurAddresses, type TwilioAccess } from './setup/twilio-console.ts';

const help = `npm run setup:aws [-- --fallback <url>] [--apply]

Reads .env.production and TWILIO_AUTH_TOKEN, looks at the AWS and Twilio accounts, and prints what to
paste where. Changes nothing without --apply, which sets the messaging service's two addresses and turns
Smart Encoding off.
Exit codes: 0 all is well, 1 something is wrong, 2 not understood.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { fallback: { type: 'string' }, apply: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help === true) return say([help]);
  if (existsSync('.env.production')) process.loadEnvFile('.env.production');
  const ours: OurAddresses = {
    inbound: `https://${process.env.DOMAIN ?? ''}/sms/inbound`,
    ...(values.fallback !== undefined && { fallback: values.fallback }),
  };
  const twilio = twilioAccess(process.env);
  if (values.apply === true && twilio !== undefined && process.env.DOMAIN !== undefined) await applyToTwilio(twilio, ours);
  const region = process.env.AWS_REGION ?? 'us-east-1';
  const mails = new SESv2Client({ region, maxAttempts: 2 });
  const findings = [
    finding((process.env.DOMAIN ?? '') !== '', 'Settings: DOMAIN is set', 'Write .env.production (docs/deploy.md, step 1).'),
    ...(await lookAtAws(mails, region)),
    ...(await lookAtMailDomain(mails, { domain: process.env.MAIL_DOMAIN ?? '', region, mailHostsOf })),
    ...(twilio === undefined
      ? [
          finding(
            false,
            'Twilio: account, token and messaging service are set',
            'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_MESSAGING_SERVICE_SID.',
          ),
        ]
      : await lookAtTwilio(twilio, ours)),
    ...lookByHand.map((what): Finding => ({ kind: 'by_hand', what })),
  ];
  say(findings.map(rowOf));
  const guide = { ...loadContent(), profile: profileOf(readSettings({ ...process.env, STAGE: 'setup' })) };
  say([
    '',
    "== Twilio's console: Advanced Opt-Out ==",
    ...optOutTexts(guide).map(pasteRow),
    '== 10DLC campaign ==',
    ...campaignFields(guide).map(pasteRow),
  ]);
  return findings.some(({ kind }) => kind === 'wrong') ? 1 : 0;
}

function twilioAccess({
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
}: NodeJS.ProcessEnv): TwilioAccess | undefined {
  return accountSid && authToken && messagingServiceSid ? { accountSid, authToken, messagingServiceSid } : undefined;
}

/** Where DNS sends mail to a domain; nowhere while it says nothing. */
const mailHostsOf = async (domain: string): Promise<string[]> => (await resolveMx(domain).catch(() => [])).map(({ exchange }) => exchange);

const pasteRow = ({ field, text }: Paste): string => `\n[${field}]\n${text}`;

function say(lines: readonly string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  return 2;
});
