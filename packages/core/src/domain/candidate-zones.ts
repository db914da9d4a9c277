import type { Address } from './address.ts';
import { isZone } from './local-time.ts';
import zones from './phone-zones.json' with { type: 'json' };

const byAreaCode: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(zones.nanp).flatMap(([names, codes]) =>
    codes.split(' ').map((code): [string, readonly string[]] => [code, names.split('&')]),
  ),
);

/**
 * Every IANA zone the person may be in; empty when nothing is known, and then no note may go (Q2).
 * A zone they told us wins. A number gives the zones of its area code (+1) or country; numbers of
 * Guernsey, Jersey and Man share +44 and London's time. E-mail gives none.
 */
export const candidateZones = (address: Address, toldZone: string | undefined): readonly string[] => {
  if (toldZone !== undefined) return isZone(toldZone) ? [toldZone] : [];
  return address.channel === 'sms' ? zonesOfNumber(address.value) : [];
};

/** The zones of a North American area code, three digits; empty when it is not a place (800, 900). */
export const zonesOfAreaCode = (code: string): readonly string[] => byAreaCode.get(code) ?? [];

const zonesOfNumber = (number: string): readonly string[] => {
  if (number.startsWith('+1')) return zonesOfAreaCode(number.slice(2, 5));
  if (number.startsWith('+44')) return zones.country.GB;
  if (number.startsWith('+353')) return zones.country.IE;
  if (number.startsWith('+61')) return zones.country.AU;
  if (number.startsWith('+64')) return zones.country.NZ;
  return [];
};
