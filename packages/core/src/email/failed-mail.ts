import type { SendOutcome } from '../domain/send-outcome.ts';

/** Ours for what SES answers without a number; away from every code of Twilio's. */
export const mailCode = { refused: 46_400, accountStopped: 46_403, tooMany: 46_429, unreachable: 46_503 } as const;

/**
 * What a refused or broken `SendEmail` means. Only a certain refusal is anything but `unknown`.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors
 */
export function failedMail(error: unknown): SendOutcome {
  const { name = '', code = '', $metadata: { httpStatusCode: status } = {} } = error as Failure;
  if (neverLeft.has(code)) return { kind: 'throttled', code: mailCode.unreachable };
  if (status === 429 || tooMany.has(name)) return { kind: 'throttled', code: mailCode.tooMany };
  if (status === 401 || status === 403 || accountStopped.has(name)) return { kind: 'rejected', code: mailCode.accountStopped };
  if (status === undefined || status < 400 || status === 408 || status >= 500) return { kind: 'unknown' };
  return { kind: 'rejected', code: mailCode.refused };
}

interface Failure {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** The connection was never made, so nothing was said. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const tooMany = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException']);
/** Nothing more can be sent until the operator acts: paused, suspended, not verified, no such configuration set. */
const accountStopped = new Set([
  'AccountSuspendedException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'NotFoundException',
]);
