import { linkIn } from '../domain/mail-answer.ts';
import type { Instant } from '../domain/instant.ts';
import type { SendOutcome } from '../domain/send-outcome.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import type { TextRef } from '../domain/text-ref.ts';
import type { ComposedMail } from '../ports.ts';
import type { Services } from '../services.ts';

type Needs = Pick<Services, 'mails' | 'links' | 'composeMail' | 'guide' | 'clock' | 'ids'>;

/** Composes and hands over one answer. Never throws for an answer of the provider. */
export async function sendMail(services: Needs, person: Subscriber, texts: readonly TextRef[], confirmAt?: Instant): Promise<SendOutcome> {
  const mail = await mailOf(services, person, withLinks(services, person, texts, confirmAt));
  return services.mails.send({ ...mail, to: person.address.value, messageId: services.ids.next() });
}

/** The mail of a note or an answer. */
export const mailOf = async (
  { composeMail, links, guide, clock }: Omit<Needs, 'mails' | 'ids'>,
  person: Subscriber,
  text: TextRef | readonly TextRef[],
): Promise<ComposedMail> => composeMail({ text, person, guide, links, now: clock.now() });

/** Links are made as the mail is: a record holds none. A link to confirm is of the moment that was asked. */
const withLinks = ({ links, clock }: Needs, { id, offer }: Subscriber, texts: readonly TextRef[], confirmAt = offer?.askedAt): TextRef[] =>
  texts.map((text) => {
    const purpose = linkIn[text.id];
    if (purpose === undefined) return text;
    const at = (purpose === 'confirm' ? confirmAt : undefined) ?? clock.now();
    return { ...text, with: { ...text.with, link: links.urlFor(purpose, id, at) } };
  });
