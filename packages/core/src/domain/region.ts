import * as z from 'zod';

/** Where help lines are looked up. `XX` = nothing known: directory wording only. */
export const Region = z.enum(['US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'XX']);
export type Region = z.infer<typeof Region>;

export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;
