/** The database engine cannot be started; the message says what to do. */
export class EngineError extends Error {
  override name = 'EngineError';
}
