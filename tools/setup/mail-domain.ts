import { GetEmailIdentityCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { type Finding, finding } from './finding.ts';

export interface MailDomain {
  domain: string;
  region: string;
  /** Where DNS sends mail to a domain. */
  mailHostsOf: (domain: string) => Promise<string[]>;
}

/** Whether the deployed mail domain proves itself, and the records to write where it does not. Changes nothing. */
export async function lookAtMailDomain(mails: Pick<SESv2Client, 'send'>, { domain, region, mailHostsOf }: MailDomain): Promise<Finding[]> {
  if (domain === '') return [finding(false, 'Mail: MAIL_DOMAIN is set', 'Write it into .env.production (docs/deploy.md, "Mail").')];
  const identity = await mails.send(new GetEmailIdentityCommand({ EmailIdentity: domain })).catch(nameOf);
  if (identity === 'NotFoundException')
    return [{ kind: 'by_hand', what: `Mail: ${domain} is not known to SES yet; deploy, then look again` }];
  if (typeof identity === 'string')
    return [finding(false, `Mail: SES can be asked about ${domain}`, `AWS said ${identity}; mend that first.`)];
  const { DkimAttributes: dkim, MailFromAttributes: bounces, ConfigurationSetName: set } = identity;
  const inbound = `inbound-smtp.${region}.amazonaws.com`;
  return [
    finding(dkim?.Status === 'SUCCESS', `Mail: ${domain} is proven by DKIM`, recordsToWrite(dkimRecords(domain, dkim?.Tokens))),
    finding(
      bounces?.MailFromDomainStatus === 'SUCCESS',
      'Mail: bounces and SPF are on our own domain',
      recordsToWrite(bounceRecords(bounces?.MailFromDomain ?? `bounce.${domain}`, region)),
    ),
    finding(set !== undefined, 'Mail: bounces and complaints are told to us', 'Deploy again: the identity has no configuration set.'),
    finding(
      (await mailHostsOf(domain)).includes(inbound),
      `Mail: what people write to ${domain} comes to us`,
      recordsToWrite([`${domain} MX 10 ${inbound}`]),
    ),
  ];
}

const nameOf = (error: unknown): string => (error as Error).name;

const recordsToWrite = (records: readonly string[]): string => `DNS: ${records.join('\n              ')}`;

const dkimRecords = (domain: string, tokens: readonly string[] = []): string[] =>
  tokens.map((token) => `${token}._domainkey.${domain} CNAME ${token}.dkim.amazonses.com`);

const bounceRecords = (domain: string, region: string): string[] => [
  `${domain} MX 10 feedback-smtp.${region}.amazonses.com`,
  `${domain} TXT "v=spf1 include:amazonses.com ~all"`,
];
