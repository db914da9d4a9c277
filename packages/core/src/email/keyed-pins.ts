import { createHmac } from 'node:crypto';
import type { Pins } from '../ports.ts';

/** HMAC-SHA256 of person and PIN under ADDRESS_PEPPER, 132 bits of it. The pepper never rotates, so a PIN stays valid. */
export const keyedPins = (pepper: string): Pins => ({
  keyOf: (subscriberId, pin) => createHmac('sha256', pepper).update(`pin:${subscriberId}:${pin}`).digest('base64url').slice(0, 22),
});
