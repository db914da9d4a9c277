import { inboundHost } from './mail-store';
import { bounceDomain, identity } from './mail';
import { certificate, isProduction, mailDomain, region } from './stage';

interface MailRecord {
  type: 'CNAME' | 'MX' | 'TXT';
  name: string;
  value: string;
}

const tokens = $util.output(identity?.dkimSigningAttributes.tokens ?? []);

/** All that DNS must say: whose mails are ours (DKIM, SPF, DMARC) and, in production, where answers go. */
const records = $util.all([tokens, region]).apply(([keys, region]): MailRecord[] =>
  mailDomain === undefined || bounceDomain === undefined
    ? []
    : [
        ...keys.map((key) => ({ type: 'CNAME' as const, name: `${key}._domainkey.${mailDomain}`, value: `${key}.dkim.amazonses.com` })),
        { type: 'MX', name: bounceDomain, value: `10 feedback-smtp.${region}.amazonses.com` },
        { type: 'TXT', name: bounceDomain, value: 'v=spf1 include:amazonses.com ~all' },
        { type: 'TXT', name: `_dmarc.${mailDomain}`, value: 'v=DMARC1; p=quarantine' },
        ...(isProduction ? [{ type: 'MX' as const, name: mailDomain, value: inboundHost(region) }] : []),
      ],
);

/** A zone in Route 53 is written to; any other is the operator's to fill in with what is printed. */
if (certificate === undefined)
  records.apply((all) => {
    const zone = sst.aws.dns();
    for (const { type, name, value } of all) {
      const [priority, host] = type === 'MX' ? value.split(' ') : [undefined, value];
      zone.createRecord('Mail', { type, name, value: host!, ...(priority !== undefined && { priority: Number(priority) }) }, {});
    }
  });

/** One line for each record, as a zone file has it. */
export const mailRecords = records.apply((all) => all.map(({ type, name, value }) => `${name} ${type} ${value}`));
