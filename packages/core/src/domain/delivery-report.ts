import * as z from 'zod';
import { PhoneNumber } from './address.ts';

/** A status callback: what became of a message the provider accepted. */
export const DeliveryReport = z.object({
  /** Our own id, from the callback URL. */
  messageId: z.string().optional(),
  providerId: z.string().min(1),
  to: PhoneNumber,
  status: z.enum([
    'accepted',
    'scheduled',
    'queued',
    'sending',
    'sent',
    'delivered',
    'undelivered',
    'failed',
    'read',
    'canceled',
    'receiving',
    'received',
    'partially_delivered',
  ]),
  errorCode: z.number().int().optional(),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;
