import type { PreferenceChange, Preferences } from '../domain/preferences.ts';
import type { Services } from '../services.ts';

/** Makes one change and gives what holds afterwards; undefined for a forged or old token. */
export async function changePreferences(_services: Services, _token: string, _change: PreferenceChange): Promise<Preferences | undefined> {
  throw new Error('not built yet');
}
