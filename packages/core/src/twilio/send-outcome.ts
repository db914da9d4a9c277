import type { SendOutcome } from '../domain/send-outcome.ts';
import { errorAction } from '../domain/error-code.ts';
import { TransportError } from './transport.ts';

/** Too many requests; Twilio's own code for the HTTP status. */
const tooMany = 20_429;
const unavailable = 20_503;

/** What a refused or broken POST means (S2–S4). Only a certain refusal is anything but `unknown`. */
export function failedOutcome(error: unknown): SendOutcome {
  if (error instanceof TransportError) return error.neverLeft ? { kind: 'throttled', code: unavailable } : unknown;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== 'number') return unknown;
  return answered(status, typeof code === 'number' && code > 0 ? code : undefined);
}

const unknown: SendOutcome = { kind: 'unknown' };

function answered(status: number, code: number | undefined): SendOutcome {
  if (status === 429) return { kind: 'throttled', code: code ?? tooMany };
  // 408: the request may have been read to its end.
  if (status < 400 || status === 408) return unknown;
  if (status < 500) return refused(code ?? codeOfStatus(status));
  // An error of Twilio's own comes from anywhere in its works, perhaps after the message was taken.
  return code !== undefined && errorAction(code) === 'back_off' ? { kind: 'throttled', code } : unknown;
}

const refused = (code: number): SendOutcome =>
  errorAction(code) === 'back_off' ? { kind: 'throttled', code } : { kind: 'rejected', code };

/** Twilio numbers its plain HTTP refusals 20000 + status; 401 is 20003. */
const codeOfStatus = (status: number): number => (status === 401 ? 20_003 : 20_000 + status);
