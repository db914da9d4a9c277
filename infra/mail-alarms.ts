import { alarm, watch } from './alarm';
import { inboundMail } from './inbound-mail';
import { mailEvents } from './mail-events';
import { receiptRule } from './mail-store';

watch('InboundMail', inboundMail, { runbook: 'Mails to us are not taken in' });
watch('MailEvents', mailEvents, { runbook: 'Bounces and complaints are not heard' });

// SES counts per account, and pauses the account by these two (N2).
alarm('BounceRate', { runbook: 'Many mails bounce', namespace: 'AWS/SES', metric: 'Reputation.BounceRate', above: 0.04, orEqual: true, minutes: 60, statistic: 'Average' });
alarm('ComplaintRate', { runbook: 'People call our mails spam', namespace: 'AWS/SES', metric: 'Reputation.ComplaintRate', above: 0.001, orEqual: true, minutes: 60, statistic: 'Average' });
alarm('MailRefused', { runbook: 'Our mails are refused', namespace: 'BreathingRoom', metric: 'wake.alert.mail', above: 0, minutes: 60 });
alarm('MailChannelStopped', { runbook: 'The mail channel is closed', namespace: 'BreathingRoom', metric: 'wake.stopped.breaker-email', above: 0, minutes: 5 });
alarm('SignUpRefused', { runbook: 'Our mails are refused', namespace: 'BreathingRoom', metric: 'sign-up.rejected', above: 0, minutes: 60 });
alarm('MailRejected', { runbook: 'Our mails are refused', namespace: 'BreathingRoom', metric: 'mail.reject', above: 0, minutes: 60 });
alarm('MailExpired', { runbook: 'Mails to us are not taken in', namespace: 'BreathingRoom', metric: 'inbound-mail.expired', above: 0, minutes: 60 });

// SES tries to store a mail for four hours; then it is lost.
if (receiptRule !== undefined)
  alarm('MailNotStored', { runbook: 'Mails cannot be stored', namespace: 'AWS/SES', metric: 'PublishFailure', dimensions: { RuleName: receiptRule.name }, above: 0, minutes: 5 });
