import * as z from 'zod';

/**
 * How the next POSTs of a message go wrong.
 * Nothing is taken: `throttled`, `throttled_plain` (no JSON), `server_error` (with a code), `reset_before`,
 * `time_out_before`, `reject`.
 * The message is taken, the answer is not told: `server_error_plain`, `reset`, `time_out`, `bad_json`.
 * Taken and told: `slow` (answer after `delayMs`), `undelivered` and `failed` (with `code`),
 * `callback_late`, `callback_twice`, `callback_first` (delivered is reported before the POST is answered),
 * `callback_lost`.
 * `list_error` is about the look-up instead.
 */
export const Fault = z.object({
  kind: z.enum([
    'throttled',
    'throttled_plain',
    'server_error',
    'reset_before',
    'time_out_before',
    'reject',
    'server_error_plain',
    'reset',
    'time_out',
    'bad_json',
    'slow',
    'undelivered',
    'failed',
    'callback_late',
    'callback_twice',
    'callback_first',
    'callback_lost',
    'list_error',
  ]),
  count: z.number().int().min(1).default(1),
  delayMs: z.number().int().min(0).optional(),
  code: z.number().int().optional(),
  /** Only messages to this number. */
  to: z.string().optional(),
  /** No status callbacks follow. */
  silent: z.boolean().optional(),
});
export type Fault = z.infer<typeof Fault>;
/** A fault as it is asked for; `count` is 1 unless said. */
export type FaultOrder = z.input<typeof Fault>;

/** Faults wait in line; each is used `count` times. */
export function faultLine() {
  let waiting: Fault[] = [];
  const take = (about: 'post' | 'list', to?: string): Fault | undefined => {
    const fault = waiting.find(
      ({ kind, to: only }) => (kind === 'list_error') === (about === 'list') && (only === undefined || only === to),
    );
    if (fault === undefined) return undefined;
    fault.count -= 1;
    waiting = waiting.filter(({ count }) => count > 0);
    return fault;
  };
  return {
    add: (fault: FaultOrder): void => void waiting.push(Fault.parse(fault)),
    clear: (): void => void (waiting = []),
    take,
  };
}

export type FaultLine = ReturnType<typeof faultLine>;
