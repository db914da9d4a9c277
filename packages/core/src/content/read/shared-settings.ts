import * as z from 'zod';
import type { Review } from '../../domain/content.ts';
import { problemAt, type Problem } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';

/** A word people text: capitals and digits, no spaces. YAML reads 988 as a number; here it is a word. */
export const Word = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^[A-Z0-9]+$/, 'capital letters and digits without spaces'));

/** `review: pending`, or who signed and when. */
export const ReviewSettings = {
  review: z.literal('pending').optional(),
  reviewedBy: z.string().min(3).optional(),
  reviewedOn: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'a day such as 2026-12-01')
    .optional(),
};

export function reviewOf({
  reviewedBy,
  reviewedOn,
}: {
  review?: 'pending' | undefined;
  reviewedBy?: string | undefined;
  reviewedOn?: string | undefined;
}): z.infer<typeof Review> {
  return reviewedBy !== undefined && reviewedOn !== undefined ? { by: reviewedBy, on: reviewedOn } : 'pending';
}

export const missingSettings = (source: SourceFile): Problem =>
  problemAt(source, 0, {
    rule: 'settings',
    message: 'the file has no settings block',
    mend: 'begin the file with a line "---", the settings, and another line "---"',
  });
