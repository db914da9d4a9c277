import type { SignUpRequest } from '../domain/sign-up-request.ts';
import type { Services } from '../services.ts';

/** Keeps a pending sign-up and mails its link. The same answer for known and unknown addresses (E4). */
export async function signUp(_services: Services, _request: SignUpRequest): Promise<'asked'> {
  throw new Error('not built yet');
}
