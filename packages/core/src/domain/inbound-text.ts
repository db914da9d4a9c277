import * as z from 'zod';
import { PhoneNumber } from './address.ts';

/** A text that just arrived, already verified and parsed. */
export const InboundText = z.object({
  /** The provider's message id; the same id is answered the same way (W9). */
  messageId: z.string().min(1),
  from: PhoneNumber,
  body: z.string(),
  /** Set when the provider recognised the word itself. */
  optOutType: z.enum(['STOP', 'START', 'HELP']).optional(),
});
export type InboundText = z.infer<typeof InboundText>;

/** What goes into the direct answer; `undefined` is silence. */
export interface TextAnswer {
  body: string | undefined;
}
