import type { MailHeader } from './mail-header.ts';

/**
 * Whether a machine sent it: an answer could go round for ever (E6). A list, a vacation notice, a bounce, ourselves.
 * @see https://www.rfc-editor.org/rfc/rfc3834 and, for `X-Auto-Response-Suppress`, [MS-OXCMAIL] 2.2.3.2.15
 */
export function isAutomatic(header: MailHeader, from: string, { domain }: { domain: string }): boolean {
  const says = (name: string, value: RegExp): boolean => header(name).some((found) => value.test(found));
  return (
    says('auto-submitted', /^(?!\s*no\b)\s*\S/i) ||
    says('precedence', /\b(?:bulk|junk|list|auto_reply)\b/i) ||
    says('return-path', /^\s*<\s*>/) ||
    says('content-type', /^\s*multipart\/report\b/i) ||
    says('x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/i) ||
    machineHeaders.some((name) => header(name).length > 0) ||
    from.endsWith(`@${domain}`) ||
    machineMailbox.test(from)
  );
}

const machineHeaders = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'x-loop',
  'x-failed-recipients',
];
const machineMailbox = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+.-][^@]*)?@/;
