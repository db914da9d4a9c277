import { handle } from 'hono/aws-lambda';
import { createApi } from './api.ts';
import { makeRuntime } from './make-runtime.ts';
import { twilioSettings } from './settings.ts';

/** Answers go out as TwiML; texts of our own accord are the jobs', so Twilio's client is not even in this package. */
const { services, settings } = await makeRuntime(() => Promise.reject(new Error('the webhooks send no text by themselves')));

/** Everything that comes in over HTTP. */
export const handler = handle(createApi({ services, twilio: twilioSettings(settings) }));
