import type { Region } from './region.ts';

/** Zones in use in the United States and its territories. */
const us = new Set([
  'America/New_York',
  'America/Detroit',
  'America/Chicago',
  'America/Menominee',
  'America/Denver',
  'America/Boise',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Juneau',
  'America/Sitka',
  'America/Metlakatla',
  'America/Yakutat',
  'America/Nome',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'America/St_Thomas',
  'Pacific/Guam',
  'Pacific/Saipan',
  'Pacific/Pago_Pago',
]);
const canada = new Set([
  'America/St_Johns',
  'America/Halifax',
  'America/Glace_Bay',
  'America/Moncton',
  'America/Goose_Bay',
  'America/Toronto',
  'America/Iqaluit',
  'America/Winnipeg',
  'America/Rankin_Inlet',
  'America/Resolute',
  'America/Regina',
  'America/Swift_Current',
  'America/Edmonton',
  'America/Cambridge_Bay',
  'America/Inuvik',
  'America/Vancouver',
  'America/Dawson_Creek',
  'America/Fort_Nelson',
  'America/Creston',
  'America/Whitehorse',
  'America/Dawson',
]);
/** Northern Ireland's people live by London's time, so Dublin's means the Republic. */
const single: Record<string, Region> = {
  'Europe/London': 'UK',
  'Europe/Belfast': 'UK',
  'Europe/Dublin': 'IE',
  'Pacific/Auckland': 'NZ',
  'Pacific/Chatham': 'NZ',
};

/** Whose help lines to give somebody whose zone is all we know: a mailbox names no country. Unsure means `XX`. */
export function regionOfZone(zone: string): Region {
  const region = single[zone];
  if (region !== undefined) return region;
  if (us.has(zone) || /^(?:US|America\/(?:Indiana|Kentucky|North_Dakota))\//.test(zone)) return 'US';
  if (canada.has(zone) || zone.startsWith('Canada/')) return 'CA';
  return zone.startsWith('Australia/') ? 'AU' : 'XX';
}
