import type { Preferences } from '../domain/preferences.ts';
import type { Services } from '../services.ts';

/** What the preferences page shows; undefined for a forged or old token. Changes nothing (E3). */
export async function readPreferences(_services: Services, _token: string): Promise<Preferences | undefined> {
  throw new Error('not built yet');
}
