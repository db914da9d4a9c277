import type { FC } from 'hono/jsx';

/** Places people look for, by part of the world; any other IANA name can be typed as the town. */
const places: readonly [string, readonly string[]][] = [
  [
    'United States',
    [
      'America/New_York',
      'America/Detroit',
      'America/Chicago',
      'America/Denver',
      'America/Phoenix',
      'America/Boise',
      'America/Los_Angeles',
      'America/Anchorage',
      'Pacific/Honolulu',
      'America/Puerto_Rico',
      'America/Indiana/Indianapolis',
      'America/Kentucky/Louisville',
      'Pacific/Guam',
    ],
  ],
  [
    'Canada',
    [
      'America/St_Johns',
      'America/Halifax',
      'America/Toronto',
      'America/Winnipeg',
      'America/Regina',
      'America/Edmonton',
      'America/Vancouver',
      'America/Whitehorse',
    ],
  ],
  ['Britain and Ireland', ['Europe/London', 'Europe/Dublin']],
  [
    'Australia and New Zealand',
    [
      'Australia/Perth',
      'Australia/Darwin',
      'Australia/Adelaide',
      'Australia/Brisbane',
      'Australia/Sydney',
      'Australia/Melbourne',
      'Australia/Hobart',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
      'Pacific/Chatham',
    ],
  ],
  [
    'Europe',
    [
      'Europe/Lisbon',
      'Europe/Madrid',
      'Europe/Paris',
      'Europe/Brussels',
      'Europe/Amsterdam',
      'Europe/Berlin',
      'Europe/Zurich',
      'Europe/Vienna',
      'Europe/Rome',
      'Europe/Copenhagen',
      'Europe/Oslo',
      'Europe/Stockholm',
      'Europe/Helsinki',
      'Europe/Warsaw',
      'Europe/Prague',
      'Europe/Budapest',
      'Europe/Athens',
      'Europe/Bucharest',
      'Europe/Istanbul',
    ],
  ],
  [
    'Latin America',
    [
      'America/Mexico_City',
      'America/Jamaica',
      'America/Bogota',
      'America/Lima',
      'America/Santiago',
      'America/Sao_Paulo',
      'America/Argentina/Buenos_Aires',
    ],
  ],
  [
    'Africa and Asia',
    [
      'Africa/Lagos',
      'Africa/Nairobi',
      'Africa/Johannesburg',
      'Asia/Jerusalem',
      'Asia/Dubai',
      'Asia/Kolkata',
      'Asia/Bangkok',
      'Asia/Singapore',
      'Asia/Hong_Kong',
      'Asia/Manila',
      'Asia/Seoul',
      'Asia/Tokyo',
    ],
  ],
];

const listed = new Set(places.flatMap(([, zones]) => zones));

/** A choice among zones by the name of their town; `zone` is chosen beforehand, also when it is not in the list. */
export const ZoneField: FC<{ zone?: string | undefined; isWrong?: boolean }> = ({ zone, isWrong = false }) => (
  <div class="field">
    <label for="zone">A town with your time</label>
    <select id="zone" name="zone" {...(isWrong && { 'aria-invalid': true, 'aria-describedby': 'zone-problem' })}>
      <option value="">Choose</option>
      {zone !== undefined && !listed.has(zone) && (
        <option value={zone} selected>
          {sayZone(zone)}
        </option>
      )}
      {places.map(([part, zones]) => (
        <optgroup label={part}>
          {zones.map((name) => (
            <option value={name} selected={name === zone}>
              {sayZone(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </div>
);

/** `Denver` of `America/Denver`. */
export const sayZone = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

const zonesOfOne: Record<string, string> = { GB: 'Europe/London', IE: 'Europe/Dublin', NZ: 'Pacific/Auckland' };

/** The zone of the country a browser names, where there is only one; a wrong guess could send a note at night. */
export function guessZone(acceptLanguage: string | undefined): string | undefined {
  const country = /^[a-z]{2,3}-([a-z]{2})\b/i.exec(acceptLanguage ?? '')?.[1];
  return country === undefined ? undefined : zonesOfOne[country.toUpperCase()];
}
