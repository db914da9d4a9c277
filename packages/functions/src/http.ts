import { handle } from 'hono/aws-lambda';
import { createApi } from './api.ts';
import { runtime } from './runtime.ts';
import { twilioSettings } from './settings.ts';

const { services, settings } = await runtime();

/** Everything that comes in over HTTP. */
export const handler = handle(createApi({ services, twilio: twilioSettings(settings) }));
