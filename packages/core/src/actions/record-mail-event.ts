import type { MailEvent } from '../domain/mail-event.ts';
import type { Services } from '../services.ts';

/** Takes in one delivery event; repeats and strangers change nothing (E7). */
export async function recordMailEvent(_services: Services, _event: MailEvent): Promise<void> {
  throw new Error('not built yet');
}
