import type { Address } from './address.ts';
import { zonesOfAreaCode } from './candidate-zones.ts';
import type { Region } from './region.ts';

const canadian = new Set([
  'America/Edmonton',
  'America/Halifax',
  'America/Regina',
  'America/St_Johns',
  'America/Toronto',
  'America/Vancouver',
  'America/Whitehorse',
  'America/Winnipeg',
]);
/** Other countries that share +1: their emergency and help lines are not those of the US (X7). */
const caribbean = new Set([
  'America/Anguilla',
  'America/Antigua',
  'America/Barbados',
  'America/Cayman',
  'America/Dominica',
  'America/Grand_Turk',
  'America/Grenada',
  'America/Jamaica',
  'America/Lower_Princes',
  'America/Montserrat',
  'America/Nassau',
  'America/Port_of_Spain',
  'America/Santo_Domingo',
  'America/St_Kitts',
  'America/St_Lucia',
  'America/St_Vincent',
  'America/Tortola',
  'Atlantic/Bermuda',
]);

/**
 * Whose help lines to give. Puerto Rico, the Virgin Islands, Guam, Saipan and American Samoa count as
 * US; `XX` for e-mail, for numbers that name no place (800) and for every other country.
 */
export const regionOf = (address: Address): Region => {
  if (address.channel === 'email') return 'XX';
  const number = address.value;
  if (number.startsWith('+1')) return regionOfAreaCode(number.slice(2, 5));
  if (number.startsWith('+44')) return 'UK';
  if (number.startsWith('+353')) return 'IE';
  if (number.startsWith('+61')) return 'AU';
  return number.startsWith('+64') ? 'NZ' : 'XX';
};

const regionOfAreaCode = (code: string): Region => {
  const [zone] = zonesOfAreaCode(code);
  if (zone === undefined || caribbean.has(zone)) return 'XX';
  return canadian.has(zone) ? 'CA' : 'US';
};
