import type { DataCategory, MyData } from '../domain/my-data.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { Services } from '../services.ts';
import { readLink } from './read-link.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'links' | 'pins'>;

/** Wrong PINs a UTC day (P1): a PIN of four digits then holds for years. */
const mostWrongPins = 5;

/** Neutral categories, or everything with the right PIN (P1). Undefined for a forged or old token. */
export async function readMyData(services: Needs, token: string, pin?: string): Promise<MyData | undefined> {
  const person = await readLink(services, token, 'data');
  if (person === undefined) return undefined;
  if (pin === undefined || person.pinKey === undefined) return categories(person);
  const checked = await checkPin(services, person, pin);
  return checked === 'right' ? full(services, person) : { ...categories(person), pin: checked };
}

/** Every try is taken from the day's budget before it is looked at, and given back when it was right. */
async function checkPin(
  { store, clock, pins }: Needs,
  { id, pinKey }: Subscriber,
  pin: string,
): Promise<'right' | 'wrong' | 'too_many_tries'> {
  const day = clock.now().slice(0, 10);
  if ((await store.reserve(`pin-${id}`, day, 1, mostWrongPins)) === 0) return 'too_many_tries';
  if (pins.keyOf(id, pin) !== pinKey) return 'wrong';
  await store.reserve(`pin-${id}`, day, -1, mostWrongPins);
  return 'right';
}

const categories = (person: Subscriber): Extract<MyData, { kind: 'categories' }> => ({
  kind: 'categories',
  categories: categoriesOf(person),
  canExport: person.pinKey !== undefined,
});

function categoriesOf({ enrolment, bands, consentAt }: Subscriber): DataCategory[] {
  return [
    'address',
    'settings',
    ...(enrolment === undefined ? [] : ['schedule' as const]),
    ...(bands.length === 0 ? [] : ['last_answers' as const]),
    ...(consentAt === undefined ? [] : ['consent_record' as const]),
  ];
}

async function full({ store }: Needs, person: Subscriber): Promise<MyData> {
  const { carried: _, pinKey: __, version: ___, ...record } = person;
  return { kind: 'full', record, ledger: await store.ledgerOf(person.id) };
}
