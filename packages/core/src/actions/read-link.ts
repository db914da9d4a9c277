import type { Subscriber } from '../domain/subscriber.ts';
import type { LinkPurpose } from '../ports.ts';
import type { Services } from '../services.ts';

/** Hours a link opens its page. One to unsubscribe never runs out: mails are kept for years, and the law has no date. */
const opensForHours: Record<LinkPurpose, number | undefined> = {
  confirm: 48,
  preferences: 14 * 24,
  check_in: 72,
  data: 24,
  forget: 24,
  unsubscribe: undefined,
};

/** Whom a link speaks for, as they are now; undefined when it is forged, too old, or of somebody we do not hold. */
export async function readLink(
  { store, clock, links }: Pick<Services, 'store' | 'clock' | 'links'>,
  token: string,
  purpose: LinkPurpose,
): Promise<Subscriber | undefined> {
  const named = links.read(token, purpose, clock.now(), opensForHours[purpose]);
  return named && store.findById(named.subscriberId);
}
