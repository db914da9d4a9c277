import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { type Finding, finding } from './finding.ts';

/** One harmless question that shows credentials, region and the mail sandbox at once. */
export async function lookAtAws(mails: Pick<SESv2Client, 'send'>, region: string): Promise<Finding[]> {
  try {
    const { ProductionAccessEnabled: isOut, SendQuota: quota } = await mails.send(new GetAccountCommand({}));
    return [
      { kind: 'ok', what: `AWS: credentials work in ${region}` },
      finding(
        isOut === true,
        `AWS: SES may send to everybody (${quota?.Max24HourSend ?? 0} mails a day)`,
        'SES console, Account dashboard: Request production access. Texts go without it.',
      ),
    ];
  } catch (error) {
    return [
      finding(
        false,
        `AWS: credentials work in ${region}`,
        `Sign in (aws sso login) and set AWS_PROFILE; AWS said ${(error as Error).name}.`,
      ),
    ];
  }
}
