import type { Region } from '@breathing-room/core/domain/region';
import type { Phone } from '../phone-list.ts';
import { sayTown } from './say-when.ts';

/** Where a phone is likely to be: `New York`, or the country, or that it is not known. */
export function sayPlace({ zones, region }: Pick<Phone, 'zones' | 'region'>): string {
  const [zone] = zones;
  if (zone === undefined) return 'Somewhere';
  return zones.length === 1 ? sayTown(zone) : sayRegion(region);
}

export function sayRegion(region: Region): string {
  switch (region) {
    case 'US':
      return 'United States';
    case 'CA':
      return 'Canada';
    case 'UK':
      return 'United Kingdom';
    case 'IE':
      return 'Ireland';
    case 'AU':
      return 'Australia';
    case 'NZ':
      return 'New Zealand';
    case 'XX':
      return 'No region known';
  }
}

/** A number in groups that can be read aloud; as it is where the grouping is not known. */
export function sayNumber(number: string): string {
  const plan = plans.find(([form]) => form.test(number));
  return plan === undefined ? number : number.replace(...plan);
}

const plans: [RegExp, string][] = [
  [/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3'],
  [/^\+44(\d{4})(\d{6})$/, '+44 $1 $2'],
  [/^\+353(\d{2})(\d{3})(\d{4})$/, '+353 $1 $2 $3'],
  [/^\+61(\d{3})(\d{3})(\d{3})$/, '+61 $1 $2 $3'],
  [/^\+64(\d{2})(\d{3})(\d{4})$/, '+64 $1 $2 $3'],
];
