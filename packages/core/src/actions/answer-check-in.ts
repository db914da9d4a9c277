import { answerCheckIn as answered } from '../domain/answer-check-in.ts';
import { isCheckInOpen } from '../domain/check-in.ts';
import { type Instant, plusHours } from '../domain/instant.ts';
import { concludedOnPage, tapped } from '../domain/page-answer.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { Services } from '../services.ts';
import { saveChange } from './save-change.ts';
import { sendMail } from './send-mail.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'mails' | 'links' | 'composeMail'>;

/** Between the making of a mail and the moment its check-in counts as asked: a mail of unknown fate is settled late. */
const asksWithinHours = 24;

/**
 * Takes a number tapped in a mail, 1 to 5, while that mail's check-in is open (36 h), and mails the words that
 * belong to it: a low one brings the help lines (X9). A second tap changes nothing.
 */
export async function answerCheckIn(services: Needs, token: string, value: 1 | 2 | 3 | 4 | 5): Promise<'recorded' | 'too_late' | 'forged'> {
  const { store, clock, guide, links } = services;
  const now = clock.now();
  const named = links.read(token, 'check_in', now);
  if (named === undefined) return 'forged';
  const person = await store.findById(named.subscriberId);
  if (person === undefined || !asksFor(person, named.at)) return 'too_late';
  if (person.enrolment?.checkIn?.answered === true) return 'recorded';
  let said: TextRef[] = [];
  const recorded = await saveChange(
    services,
    () => store.findById(person.id),
    (fresh) => {
      if (fresh.consent !== 'given' || !asksFor(fresh, named.at) || !isCheckInOpen(fresh.enrolment, now)) return undefined;
      const answer = answered(tapped<'check_in'>(fresh, { kind: 'check_in', value }, guide, now));
      said = answer.reply;
      return { subscriber: concludedOnPage(answer, now) };
    },
  );
  if (recorded === undefined) return 'too_late';
  if (said.length > 0) await sendMail(services, recorded, said);
  return 'recorded';
}

/** The link belongs to the check-in asked last, not to one of an older mail. */
function asksFor({ enrolment }: Subscriber, linkAt: Instant): boolean {
  const askedAt = enrolment?.checkIn?.askedAt;
  return askedAt !== undefined && linkAt <= askedAt && askedAt <= plusHours(linkAt, asksWithinHours);
}
