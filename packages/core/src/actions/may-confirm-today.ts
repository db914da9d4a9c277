import type { Services } from '../services.ts';

/** Mails with a link to confirm, to one mailbox a UTC day (E4). */
const mostConfirmationsADay = 2;

const budgetOf = (subscriberId: string): string => `confirm-${subscriberId}`;

/** Takes one of the day's confirmation mails of this person, if one is left. */
export const mayConfirmToday = async ({ store, clock }: Pick<Services, 'store' | 'clock'>, subscriberId: string): Promise<boolean> =>
  (await store.reserve(budgetOf(subscriberId), clock.now().slice(0, 10), 1, mostConfirmationsADay)) === 1;

/** Gives back one that was surely not sent, so that the person may ask again. */
export async function giveBackConfirmation({ store, clock }: Pick<Services, 'store' | 'clock'>, subscriberId: string): Promise<void> {
  await store.reserve(budgetOf(subscriberId), clock.now().slice(0, 10), -1, mostConfirmationsADay);
}
