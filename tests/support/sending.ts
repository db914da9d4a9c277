import { plusMinutes, type Instant } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { advanceTo } from '@breathing-room/local/advance-clock';
import type { Message } from '@breathing-room/local/stand-in-twilio/message';
import { sendFromPhone } from '@breathing-room/local/stand-in-twilio/send-from-phone';
import type { TestLocal } from './local.ts';

/** 10:30 in New York on a Monday. */
export const morning: Instant = '2026-03-02T15:30:00Z';
export const somebody = '+12125550123';

/** Acts on a running local service in the words of a test. */
export function sending({ local }: TestLocal, number = somebody) {
  const { standIn, services, clock } = local;
  return {
    says: async (body: string): Promise<string[]> => (await sendFromPhone(standIn, { number, body })).answers,
    person: (): Promise<Subscriber> => services.store.find({ channel: 'sms', value: number }),
    notes: (): Message[] => standIn.book.all().filter(({ to, direction }) => to === number && direction === 'outbound-api'),
    async joins(): Promise<Instant> {
      await sendFromPhone(standIn, { number, body: 'JOIN SELFCARE' });
      await sendFromPhone(standIn, { number, body: 'GO' });
      return (await this.person()).enrolment!.dueAt!;
    },
    minutesOn: (minutes: number) => advanceTo(local, plusMinutes(clock.now(), minutes)),
    on: (to: Instant) => advanceTo(local, to),
  };
}
