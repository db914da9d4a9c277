import type { Services } from '../services.ts';

/** `ask` begins ten minutes in which `confirm` erases this address and the linked one (P2). `lapsed`: ask again. */
export async function forgetMe(_services: Services, _token: string, _step: 'ask' | 'confirm'): Promise<'asked' | 'forgotten' | 'lapsed' | 'forged'> {
  throw new Error('not built yet');
}
