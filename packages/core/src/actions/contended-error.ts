/** Others wrote the same record each time we tried; nothing of ours was written. */
export class ContendedError extends Error {
  override name = 'ContendedError';
}
