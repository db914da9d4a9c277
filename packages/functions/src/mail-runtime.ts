import { makeRuntime, type Runtime } from './make-runtime.ts';

let made: Promise<Runtime> | undefined;

/** For the jobs of mail, built once per process: they send no text, so Twilio's client is not in their packages. */
export const mailRuntime = (): Promise<Runtime> => (made ??= makeRuntime(() => Promise.reject(new Error('the jobs of mail send no text'))));
