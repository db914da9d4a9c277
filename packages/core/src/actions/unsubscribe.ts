import type { Services } from '../services.ts';

/** Opts out whom the token names; repeatable (E2). */
export async function unsubscribe(_services: Services, _token: string, _method: 'page' | 'one_click'): Promise<'done' | 'forged'> {
  throw new Error('not built yet');
}
