import { createHmac } from 'node:crypto';
import type { Address } from '../domain/address.ts';

/** 22 base64url characters carry 132 of the HMAC's 256 bits: no two addresses will ever meet. */
const idLength = 22;

/** The person's id: HMAC-SHA256 of channel and address. `pepper` must never change, or everybody is a stranger (P3). */
export const addressKey = (pepper: string, address: Address): string =>
  createHmac('sha256', pepper).update(canonical(address)).digest('base64url').slice(0, idLength);

const canonical = ({ channel, value }: Address): string => {
  const trimmed = value.trim();
  return `${channel}:${channel === 'email' ? trimmed.toLowerCase() : trimmed}`;
};
