import * as z from 'zod';

export const Channel = z.enum(['sms', 'email']);
export type Channel = z.infer<typeof Channel>;

/** Where one person is reached: E.164 for `sms`, a lower-case mailbox for `email`. */
export const Address = z.object({ channel: Channel, value: z.string().min(3).max(254) });
export type Address = z.infer<typeof Address>;

/** E.164: a plus and 8 to 15 digits. Short codes and alphanumeric senders are not people. */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{7,14}$/);
export type PhoneNumber = z.infer<typeof PhoneNumber>;
