import { candidateZones } from '@breathing-room/core/domain/candidate-zones';
import { PhoneNumber } from '@breathing-room/core/domain/address';
import type { Region } from '@breathing-room/core/domain/region';
import { regionOf } from '@breathing-room/core/domain/region-of';
import type { LocalService } from './local-service.ts';

/** A phone somebody may play; `zones` are those its number may be in, none when the number tells nothing. */
export interface Phone {
  number: PhoneNumber;
  zones: readonly string[];
  region: Region;
  /** Messages to and from it so far. */
  messages: number;
}

/** One number for each help-line region and for the zones that behave in their own way. */
const samples = ['+12125550123', '+16025550123', '+14165550123', '+447700900123', '+353850000123', '+61400000123', '+64210000123'];

/** The sample phones, then every other number that has texted. */
export function phoneList({ standIn }: LocalService): Phone[] {
  const counts = new Map(samples.map((number): [string, number] => [number, 0]));
  for (const { direction, from, to } of standIn.book.all()) {
    const number = direction === 'inbound' ? from : to;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].map(([number, messages]) => phoneAt(number, messages));
}

/** @throws ZodError when it is not a number in E.164 form. */
export function phoneAt(number: string, messages = 0): Phone {
  const address = { channel: 'sms', value: PhoneNumber.parse(number) } as const;
  return { number, zones: candidateZones(address, undefined), region: regionOf(address), messages };
}
