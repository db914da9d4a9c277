import { Hono } from 'hono';
import * as z from 'zod';
import type { BookedMail } from './mail-book.ts';

const content = z.object({ Data: z.string(), Charset: z.literal('UTF-8') });

/** `SendEmail` as SES takes it, as far as we use it; a misspelt field is refused as SES would refuse it. */
const SendEmail = z.strictObject({
  FromEmailAddress: z.string().regex(/^[^<>]+ <[^\s<>@]+@[^\s<>@]+>$/),
  Destination: z.strictObject({ ToAddresses: z.array(z.string().regex(/^[^\s@]+@[^\s@]+$/)).length(1) }),
  EmailTags: z.array(z.strictObject({ Name: z.string().regex(/^[\w-]{1,256}$/), Value: z.string().regex(/^[\w.@-]{1,256}$/) })).optional(),
  ConfigurationSetName: z.string().optional(),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content, Html: content }),
      // At most 15, of printable ASCII; SES refuses anything that could begin another header.
      Headers: z
        .array(z.strictObject({ Name: z.string().regex(/^[!-9;-~]{1,126}$/), Value: z.string().regex(/^[ -~]{1,870}$/) }))
        .max(15)
        .optional(),
    }),
  }),
});
export type SendEmail = z.infer<typeof SendEmail>;

export interface SesEndpointOptions {
  /** Keeps the mail; the id is SES's. */
  take: (mail: SendEmail) => BookedMail;
}

/** SES's own endpoint, as the SDK speaks to it. */
export const sesEndpoint = ({ take }: SesEndpointOptions): Hono =>
  new Hono().post('/v2/email/outbound-emails', async (c) => {
    const read = SendEmail.safeParse(await c.req.json().catch(() => undefined));
    if (read.success) return c.json({ MessageId: take(read.data).id });
    return c.json({ message: z.prettifyError(read.error) }, 400, { 'x-amzn-errortype': 'BadRequestException' });
  });
