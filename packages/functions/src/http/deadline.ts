/** The work took longer than the caller can wait. */
export class DeadlineError extends Error {
  override name = 'DeadlineError';
}

/**
 * The result of `work`, if it comes within `deadlineMs`; the work itself goes on unheard.
 * @throws DeadlineError when it does not.
 */
export async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`no result within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
