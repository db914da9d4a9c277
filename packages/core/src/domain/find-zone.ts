import { isZone } from './local-time.ts';

/** The IANA zone of a town, state or zone name as a person may write it; undefined when unknown. */
export function findZone(place: string, towns: Record<string, string>): string | undefined {
  const name = place.trim().toLowerCase().replaceAll(/[.,]/g, '').replaceAll(/\s+/g, ' ');
  const town = towns[name] ?? towns[name.split(' ').slice(0, -1).join(' ')];
  if (town !== undefined) return town;
  const zone = place.trim().replaceAll(' ', '_');
  return zone.includes('/') && isZone(zone) ? zone : undefined;
}
