import { isZone } from './local-time.ts';

/** The IANA zone of a town, state or zone name as a person may write it; undefined when unknown. */
export function findZone(place: string, towns: Record<string, string>): string | undefined {
  const name = place.trim().toLowerCase().replaceAll(/[.,]/g, '').replaceAll(/\s+/g, ' ');
  const town = [name, name.split(' ').slice(0, -1).join(' ')].find((known) => Object.hasOwn(towns, known));
  if (town !== undefined) return towns[town];
  const zone = place.trim().replaceAll(' ', '_');
  return zone.includes('/') && isZone(zone) ? zone : undefined;
}
