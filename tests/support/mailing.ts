import { receiveMail } from '@breathing-room/core/actions/receive-mail';
import { confirmSignUp } from '@breathing-room/core/actions/confirm-sign-up';
import { signUp } from '@breathing-room/core/actions/sign-up';
import { wakeAll } from '@breathing-room/core/actions/wake-due';
import type { InboundMail } from '@breathing-room/core/domain/inbound-mail';
import type { Instant } from '@breathing-room/core/domain/instant';
import type { LedgerEntry } from '@breathing-room/core/domain/ledger-entry';
import type { SendOutcome } from '@breathing-room/core/domain/send-outcome';
import { SignUpRequest } from '@breathing-room/core/domain/sign-up-request';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import type { LinkPurpose, OutgoingMail } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';
import type { TestLocal } from './local.ts';

export const somebodysMailbox = 'robin@example.org';
export const reader = { ip: '203.0.113.7' };

const paths: Record<LinkPurpose, string> = {
  confirm: 'confirm',
  preferences: 'preferences',
  unsubscribe: 'unsubscribe',
  check_in: 'check-in',
  data: 'my-data',
  forget: 'forget',
};

let arrived = 0;

/** Acts on a running local service by mail; what it sends lands in `sent`. `answers`: what the mail service says next. */
export function mailing({ local }: TestLocal, email = somebodysMailbox) {
  const sent: OutgoingMail[] = [];
  const answers: SendOutcome[] = [];
  const send = (mail: OutgoingMail): Promise<SendOutcome> => {
    const answer = answers.shift() ?? { kind: 'sent', providerId: `ses-${sent.length}` };
    if (answer.kind === 'sent' || answer.kind === 'unknown') sent.push(mail);
    return Promise.resolve(answer);
  };
  const services: Services = { ...local.services, mails: { send } };
  const person = (): Promise<Subscriber> => services.store.find({ channel: 'email', value: email });
  const mailTo = (to = email): OutgoingMail => sent.findLast((mail) => mail.to === to)!;
  return {
    services,
    sent,
    answers,
    person,
    mailTo,
    id: async (): Promise<string> => (await person()).id,
    ledger: async (): Promise<LedgerEntry[]> => services.store.ledgerOf((await person()).id),
    asks: (more: Partial<SignUpRequest> = {}) =>
      signUp(services, SignUpRequest.parse({ email, programme: 'selfcare', zone: 'America/New_York', ...more })),
    confirms: (token = tokenIn(mailTo(), 'confirm')) => confirmSignUp(services, token, reader),
    async joins(more: Partial<SignUpRequest> = {}): Promise<Instant> {
      await this.asks(more);
      await this.confirms();
      return (await person()).enrolment!.dueAt!;
    },
    writes: async (ownWords: string, more: Partial<InboundMail> = {}): Promise<string[]> => {
      const before = sent.length;
      arrived += 1;
      const mail = {
        messageId: `in-${arrived}`,
        from: email,
        to: 'notes@example.org',
        subject: 'Re: a note',
        ownWords,
        verdict: 'aligned',
        isAutomatic: false,
      } as const;
      await receiveMail(services, { ...mail, ...more });
      return sent.slice(before).map(({ text }) => text);
    },
    token: async (purpose: LinkPurpose, at = local.clock.now()): Promise<string> =>
      tokenOf(services.links.urlFor(purpose, (await person()).id, at)),
    async on(at: Instant): Promise<void> {
      local.clock.moveTo(at);
      await wakeAll(services);
    },
  };
}

/** The token of a page's address in a mail. */
export const tokenIn = ({ text }: OutgoingMail, purpose: LinkPurpose): string =>
  new RegExp(`/${paths[purpose]}\\?t=([\\w-]+)`).exec(text)?.[1] ?? '';

const tokenOf = (url: string): string => url.split('t=')[1]!;
