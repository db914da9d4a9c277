import { createHash } from 'node:crypto';

/** First 12 hex digits of SHA-256: enough to know a text of ours again, useless to read it. */
export const hashBody = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 12);

/** Eight characters of a provider's message id, to know a repeat (W9). */
export const shortId = (messageId: string): string => createHash('sha256').update(messageId).digest('base64url').slice(0, 8);
