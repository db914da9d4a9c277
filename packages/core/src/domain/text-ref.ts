import * as z from 'zod';

/**
 * Names one text of the content and what fills its gaps: `topic.space.1`, `patience.n4`,
 * `patience.n4.soft`, `patience.n5.low`, or a phrase id such as `optout.done`.
 */
export const TextRef = z.object({
  id: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9_]+)*$/),
  with: z.record(z.string(), z.string()).optional(),
});
export type TextRef = z.infer<typeof TextRef>;

export const textRef = (id: string, gaps?: Record<string, string>): TextRef => (gaps === undefined ? { id } : { id, with: gaps });
