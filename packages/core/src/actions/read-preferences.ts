import type { Preferences } from '../domain/preferences.ts';
import { preferencesOf } from '../domain/preference-change.ts';
import type { Services } from '../services.ts';
import { readLink } from './read-link.ts';

/** What the preferences page shows; undefined for a forged or old token. Changes nothing (E3). */
export async function readPreferences(
  services: Pick<Services, 'store' | 'clock' | 'links'>,
  token: string,
): Promise<Preferences | undefined> {
  const person = await readLink(services, token, 'preferences');
  return person && preferencesOf(person);
}
