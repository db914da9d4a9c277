import { account, fromAddress, isProduction, mailDomain, mailOnlyTo, region } from './stage';

/** What mails leave through. Opens and clicks are not followed; the way to the next server is encrypted, or the mail bounces. */
export const configurationSet = new aws.sesv2.ConfigurationSet('Mails', {
  configurationSetName: `${$app.name}-${$app.stage}`,
  deliveryOptions: { tlsPolicy: 'REQUIRE' },
  suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
});

/** The right to send from the domain; proven by three records of DKIM (infra/mail-records.ts). */
export const identity =
  mailDomain === undefined
    ? undefined
    : new aws.sesv2.EmailIdentity('MailDomain', {
        emailIdentity: mailDomain,
        configurationSetName: configurationSet.configurationSetName,
        dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
      });

/** Where bounces go and SPF is asked: inside our domain, so that both proofs name it. */
export const bounceDomain = mailDomain === undefined ? undefined : `bounce.${mailDomain}`;
if (identity !== undefined)
  new aws.sesv2.EmailIdentityMailFromAttributes('BounceDomain', {
    emailIdentity: identity.emailIdentity,
    mailFromDomain: bounceDomain!,
    // Until its records are seen SES uses a domain of its own, and nothing is lost.
    behaviorOnMxFailure: 'USE_DEFAULT_VALUE',
  });

/** Read by every function that may send. */
export const mailSettings = { SES_CONFIGURATION_SET: configurationSet.configurationSetName };

/**
 * From our one address, through our own set. A branch may write to its list and to nobody else: without a
 * domain of its own and a list it gets no right at all.
 */
export const maySendMail = () => {
  if (identity === undefined || fromAddress === undefined || (!isProduction && mailOnlyTo.length === 0)) return [];
  const toList = [{ test: 'ForAllValues:StringEquals', variable: 'ses:Recipients', values: mailOnlyTo }];
  return [
    {
      actions: ['ses:SendEmail'],
      // In SES's sandbox the mailbox written to is asked for its permission too.
      resources: [identity.arn, configurationSet.arn, ...mailOnlyTo.map((mailbox) => $interpolate`arn:aws:ses:${region}:${account}:identity/${mailbox}`)],
      conditions: [{ test: 'StringEquals', variable: 'ses:FromAddress', values: [fromAddress] }, ...(isProduction ? [] : toList)],
    },
  ];
};
