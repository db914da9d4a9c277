/**
 * `throttled`: certainly not accepted, try later. `rejected`: certainly not accepted, `code` says why.
 * `unknown`: may have been accepted.
 */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'rejected'; code: number }
  | { kind: 'throttled'; code: number }
  | { kind: 'unknown' };
