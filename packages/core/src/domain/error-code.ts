/** What a provider's error code asks of us. `other`: give this message up and count it. */
export type ErrorAction =
  | 'suppress'
  | 'suppress_if_repeated'
  | 'invalid'
  | 'retry_once'
  | 'unknown'
  | 'back_off'
  | 'content_alert'
  | 'stop_channel'
  | 'stale'
  | 'other';

/**
 * Twilio's codes that mean something to us; the rest are `other`.
 * @see https://www.twilio.com/docs/api/errors
 */
const actions: ReadonlyMap<number, ErrorAction> = new Map([
  // The person texted STOP and Twilio blocks the sender.
  [21_610, 'suppress'],
  // The carrier filters this person: their own block list, or a prepaid balance gone.
  [30_004, 'suppress_if_repeated'],
  // Not a number, not a mobile, unknown at the carrier, a landline.
  [21_211, 'invalid'],
  [21_614, 'invalid'],
  [30_005, 'invalid'],
  [30_006, 'invalid'],
  // Unreachable handset, unknown error, internal error at the carrier: worth one more try that day.
  [30_003, 'retry_once'],
  [30_008, 'retry_once'],
  [30_500, 'retry_once'],
  // The carrier did not answer in time and may have delivered.
  [30_410, 'unknown'],
  // Too many requests, service unavailable, queue overflow: nothing was taken.
  [429, 'back_off'],
  [20_429, 'back_off'],
  [20_503, 'back_off'],
  [30_001, 'back_off'],
  // The carrier filtered the wording.
  [30_007, 'content_alert'],
  // Wrong credentials, account suspended, sender not registered or verified, country not enabled.
  [20_003, 'stop_channel'],
  [30_002, 'stop_channel'],
  [30_034, 'stop_channel'],
  [30_032, 'stop_channel'],
  [21_408, 'stop_channel'],
  // The validity period ran out before the text could go.
  [30_036, 'stale'],
]);

/** What to do about a code, from the send itself or from a status callback (S4). */
export const errorAction = (code: number): ErrorAction => actions.get(code) ?? 'other';
