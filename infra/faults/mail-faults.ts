import type { Fault } from './fault.ts';

const functions = 'packages/functions/src';
const sourceAccount = "{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },";

/** Mistakes in how mails leave, come in and are heard of. */
export const mailFaults: Fault[] = [
  { name: 'a mail rule on a branch', file: 'infra/mail-store.ts', find: 'export const receiptRule = isProduction', put: 'export const receiptRule = mailDomain', onBranch: true },
  { name: "a branch that makes its own mail rules the account's active ones", file: 'infra/mail-store.ts', find: "isProduction && mailRuleSet === 'own'", put: "mailRuleSet === 'own'", onBranch: true },
  { name: 'a mail rule that takes mails without looking for viruses', file: 'infra/mail-store.ts', find: 'scanEnabled: true', put: 'scanEnabled: false' },
  { name: 'mails kept for ever', file: 'infra/mail-store.ts', find: "  lifecycle: [{ expiresIn: '1 day' }],\n", put: '' },
  { name: 'mails kept for a week', file: 'infra/mail-store.ts', find: "'1 day'", put: "'7 days'" },
  { name: 'mails kept in older versions', file: 'infra/mail-store.ts', find: '  cors: false,\n', put: '  cors: false,\n  versioning: true,\n' },
  { name: 'mails anybody may read', file: 'infra/mail-store.ts', find: '  cors: false,\n', put: "  cors: false,\n  access: 'public',\n" },
  { name: 'mails asked for in plain', file: 'infra/mail-store.ts', find: '  cors: false,\n', put: '  cors: false,\n  enforceHttps: false,\n' },
  { name: 'mails at rest in plain', file: 'infra/mail-store.ts', find: 'new aws.s3.BucketServerSideEncryptionConfiguration', put: 'if (false) new aws.s3.BucketServerSideEncryptionConfiguration' },
  { name: "a mail bucket that takes any account's mails", file: 'infra/mail-store.ts', find: sourceAccount, put: '' },
  { name: 'a mail bucket that takes mails of any rule', file: 'infra/mail-store.ts', find: "{ test: 'StringEquals', variable: 'aws:SourceArn', values: [ruleArn] },", put: '' },
  { name: "a mail reader called by somebody else's bucket", file: 'infra/inbound-mail.ts', find: '  sourceAccount: account,\n', put: '' },
  { name: 'a mail reader without a dead-letter queue', file: 'infra/inbound-mail.ts', find: '  transform: parkFailures(6 * 60),\n', put: '' },
  { name: 'a mail reader nobody watches', file: 'infra/mail-alarms.ts', find: "watch('InboundMail'", put: "if (false) watch('InboundMail'" },
  { name: 'mails left behind for ever', file: 'infra/inbound-mail.ts', find: 'enabled: isProduction', put: 'enabled: false' },
  { name: 'mails read and never deleted', file: `${functions}/jobs/take-in-mail.ts`, find: '  await bucket.remove(name, key);\n', put: '', suite: 'stories' },
  { name: 'a mail that is gone taken for forbidden', file: 'infra/inbound-mail.ts', find: "    { actions: ['s3:ListBucket'], resources: [stored.arn] },\n", put: '', suite: 'stories' },
  { name: 'lost mails that wake nobody', file: 'infra/mail-alarms.ts', find: "alarm('MailNotStored'", put: "void ('MailNotStored'" },
  { name: 'ses:* for a function that mails', file: 'infra/mail.ts', find: "actions: ['ses:SendEmail']", put: "actions: ['ses:*']" },
  { name: 'mails from any address of ours', file: 'infra/mail.ts', find: "{ test: 'StringEquals', variable: 'ses:FromAddress', values: [fromAddress] }, ", put: '' },
  { name: 'mails from any domain of the account', file: 'infra/mail.ts', find: 'identity.arn, configurationSet.arn,', put: "'*'," },
  { name: 'a branch that may mail anybody', file: 'infra/mail.ts', find: '...(isProduction ? [] : toList)', put: '', onBranch: true },
  { name: 'a branch without its list of mailboxes', file: 'infra/stage.ts', find: ', MAIL_ONLY_TO: mailOnlyTo.join()', put: '', onBranch: true },
  { name: 'a list of mailboxes nobody obeys', file: `${functions}/only-to.ts`, find: 'mailboxes.includes(mail.to)', put: 'true', suite: 'stories' },
  { name: 'notes mailed outside the set whose bounces we hear', file: 'infra/wake.ts', find: '...mailSettings, ', put: '' },
  { name: 'mails that travel in plain', file: 'infra/mail.ts', find: "'REQUIRE'", put: "'OPTIONAL'" },
  { name: 'mails whose opening is followed', file: 'infra/mail-events.ts', find: "'REJECT']", put: "'REJECT', 'OPEN']" },
  { name: 'mail complaints nobody is told of', file: 'infra/mail-events.ts', find: "'COMPLAINT', ", put: '' },
  { name: 'mail complaints nobody watches', file: 'infra/mail-alarms.ts', find: "alarm('ComplaintRate'", put: "if (false) alarm('ComplaintRate'" },
  { name: 'a mail bounce rate watched too late', file: 'infra/mail-alarms.ts', find: 'above: 0.04', put: 'above: 0.4' },
  { name: "a topic of mail events any account's SES may speak on", file: 'infra/mail-events.ts', find: sourceAccount, put: '' },
  { name: 'mail events whose failures vanish', file: 'infra/mail-events.ts', find: '  transform: parkFailures(6 * 60),\n', put: '' },
  { name: 'mail events nobody acts on', file: 'infra/mail-events.ts', find: "told.subscribe('MailEvents', mailEvents.arn);\n", put: '' },
  { name: 'mails from outside their own domain', settings: { MAIL_FROM: 'Breathing Room <notes@elsewhere.example>' } },
  { name: 'a mail rule set nobody named', settings: { MAIL_RULE_SET: '' } },
  { name: 'mails without a postal address', settings: { POSTAL_ADDRESS: '' } },
];
