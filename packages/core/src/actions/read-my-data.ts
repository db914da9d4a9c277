import type { MyData } from '../domain/my-data.ts';
import type { Services } from '../services.ts';

/** Neutral categories, or everything with the right PIN; five wrong tries a day (P1). Undefined for a forged or old token. */
export async function readMyData(_services: Services, _token: string, _pin?: string): Promise<MyData | undefined> {
  throw new Error('not built yet');
}
