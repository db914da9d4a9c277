import type { Fault } from './faults.ts';
import type { Message } from './message.ts';
import { callWebhook } from './webhook.ts';
import type { WebhookTarget } from './webhook.ts';

export interface CallbackOptions extends WebhookTarget {
  accountSid: string;
  messagingServiceSid: string;
  /** Real milliseconds between one report and the next. */
  callbackDelayMs: number;
  now: () => number;
}

interface Step {
  status: Message['status'];
  errorCode?: number;
}

/** Moves accepted messages on and reports it, in real time; `settled` waits for all of it. */
export function deliveries(options: CallbackOptions) {
  const running = new Set<Promise<void>>();
  const start = (message: Message, fault?: Fault): void => {
    const run = deliver(message, fault, options).finally(() => running.delete(run));
    running.add(run);
  };
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return { start, settled, report: (message: Message, step: Step) => report(message, step, options) };
}

async function deliver(message: Message, fault: Fault | undefined, options: CallbackOptions): Promise<void> {
  const delayMs = fault?.kind === 'callback_late' ? (fault.delayMs ?? 1_000) : options.callbackDelayMs;
  const isLost = fault?.silent === true || fault?.kind === 'callback_lost';
  for (const step of stepsOf(fault)) {
    await new Promise((wake) => setTimeout(wake, delayMs));
    move(message, step, options.now());
    if (isLost) continue;
    await report(message, step, options);
    if (fault?.kind === 'callback_twice') await report(message, step, options);
  }
}

function stepsOf(fault: Fault | undefined): Step[] {
  if (fault?.kind === 'undelivered') return [{ status: 'sent' }, { status: 'undelivered', errorCode: fault.code ?? 30_003 }];
  if (fault?.kind === 'failed') return [{ status: 'failed', errorCode: fault.code ?? 30_008 }];
  return [{ status: 'sent' }, { status: 'delivered' }];
}

function move(message: Message, { status, errorCode }: Step, now: number): void {
  message.status = status;
  message.errorCode = errorCode ?? null;
  message.sentAt ??= now;
}

async function report(message: Message, { status, errorCode }: Step, options: CallbackOptions): Promise<void> {
  if (message.statusCallback === undefined) return;
  await callWebhook(
    message.statusCallback,
    {
      AccountSid: options.accountSid,
      ApiVersion: '2010-04-01',
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: status,
      MessagingServiceSid: options.messagingServiceSid,
      SmsSid: message.sid,
      SmsStatus: status,
      To: message.to,
      ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
    },
    options,
  );
}
