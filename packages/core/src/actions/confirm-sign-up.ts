import type { Services } from '../services.ts';

/** Begins what the link's mail asked about: once, within 48 h (E4). `again`: it was done before. */
export async function confirmSignUp(_services: Services, _token: string, _proof: { ip: string }): Promise<'confirmed' | 'again' | 'lapsed'> {
  throw new Error('not built yet');
}
