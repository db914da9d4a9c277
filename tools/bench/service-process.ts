import { createApi } from '@breathing-room/functions/api';
import { runtime } from '@breathing-room/functions/runtime';
import { twilioSettings } from '@breathing-room/functions/settings';
import { listen } from '@breathing-room/local/local-service';

/** What the service has used so far. */
export interface Usage {
  cpuMs: number;
  rssBytes: number;
}

/**
 * The deployed wiring alone in a process, behind a plain HTTP server, for the bench to measure: it says
 * `listening`, answers every message of its parent with its usage, and ends when the parent is gone.
 */
const { services, settings } = await runtime();
const server = await listen(createApi({ services, twilio: twilioSettings(settings) }), settings.PORT);

process.on('message', () => process.send!(usage()));
process.once('disconnect', () => {
  server.closeAllConnections();
  server.close(() => process.exit());
});
process.send!('listening');

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
}
