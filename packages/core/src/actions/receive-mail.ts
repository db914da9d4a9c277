import type { InboundMail } from '../domain/inbound-mail.ts';
import type { Services } from '../services.ts';

/** Decides on one mail and answers it by mail, if at all (E5, E6). */
export async function receiveMail(_services: Services, _mail: InboundMail): Promise<void> {
  throw new Error('not built yet');
}
