import { makeRuntime, type Runtime } from './make-runtime.ts';

let made: Promise<Runtime> | undefined;

/** Everything the jobs and the operator need, texts among it, built once per process. */
export const runtime = (): Promise<Runtime> =>
  (made ??= makeRuntime(async (settings) => (await import('@breathing-room/core/twilio/twilio-texts')).twilioTexts({ settings })));
