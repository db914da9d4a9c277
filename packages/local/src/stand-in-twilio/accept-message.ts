import type { Fault } from './faults.ts';
import { newSid } from './message.ts';
import type { Message } from './message.ts';
import { createParameters, unknownParameter } from './parameters.ts';
import { wrong } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { StandIn } from './stand-in.ts';

/** What Twilio would refuse a message for at once; undefined when it would take it. */
export function refusalOf(form: URLSearchParams, { account, carrier }: StandIn): Refusal | undefined {
  const unknown = unknownParameter(form.keys(), createParameters);
  if (unknown !== undefined) return wrong(20_001, `Unknown parameter ${unknown}`);
  const to = form.get('To') ?? '';
  if (to === '') return wrong(21_604, "A 'To' phone number is required.");
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return wrong(21_211, `Invalid 'To' Phone Number: ${to}`);
  return (
    senderRefusal(form, account.messagingServiceSid) ??
    bodyRefusal(form) ??
    validityRefusal(form) ??
    callbackRefusal(form) ??
    (carrier.isBlocked(to) ? wrong(21_610, `Attempt to send to unsubscribed recipient ${to}`) : undefined)
  );
}

function senderRefusal(form: URLSearchParams, messagingServiceSid: string): Refusal | undefined {
  const service = form.get('MessagingServiceSid');
  if (service === null) return form.has('From') ? undefined : wrong(21_603, "A 'From' phone number is required.");
  return service === messagingServiceSid ? undefined : wrong(21_701, 'The Messaging Service does not exist');
}

function bodyRefusal(form: URLSearchParams): Refusal | undefined {
  const body = form.get('Body') ?? '';
  if (body === '') return wrong(21_602, 'Message body is required.');
  return body.length > 1_600 ? wrong(21_617, 'The concatenated message body exceeds the 1600 character limit') : undefined;
}

function validityRefusal(form: URLSearchParams): Refusal | undefined {
  const validity = form.get('ValidityPeriod');
  if (validity === null) return undefined;
  const seconds = Number(validity);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 36_000 ? undefined : wrong(21_621, 'ValidityPeriod is out of range');
}

function callbackRefusal(form: URLSearchParams): Refusal | undefined {
  const url = form.get('StatusCallback');
  return url === null || URL.canParse(url) ? undefined : wrong(21_609, 'Invalid StatusCallback URL');
}

/** Takes a message into the books and sets its delivery going. */
export function accept(form: URLSearchParams, standIn: StandIn, fault: Fault | undefined): Message {
  const { account, book } = standIn;
  const validity = form.get('ValidityPeriod');
  const callback = form.get('StatusCallback');
  const message = book.add({
    sid: newSid(),
    direction: 'outbound-api',
    from: form.get('From') ?? account.number,
    to: form.get('To') ?? '',
    body: form.get('Body') ?? '',
    status: 'accepted',
    errorCode: null,
    createdAt: account.now(),
    sentAt: null,
    ...(callback === null ? {} : { statusCallback: callback }),
    ...(validity === null ? {} : { validitySeconds: Number(validity) }),
  });
  if (fault?.kind !== 'callback_first') standIn.deliveries.start(message, fault);
  return message;
}
