import * as z from 'zod';

/** Nothing is taken. `throttled_plain` has no JSON, `server_error` has a code. */
const NotTaken = z.enum(['throttled', 'throttled_plain', 'server_error', 'reset_before', 'time_out_before', 'reject']);
/** The message is on its way, and the answer does not say so. */
const Untold = z.enum(['server_error_plain', 'reset', 'time_out', 'bad_json']);
/**
 * The message is taken and told. `slow` answers after `delayMs`; `undelivered` and `failed` end with
 * `code`; `callback_first` reports delivered before the POST is answered.
 */
const Told = z.enum(['slow', 'undelivered', 'failed', 'callback_late', 'callback_twice', 'callback_first', 'callback_lost']);

/** How the next POSTs of a message go wrong; `list_error` is about the look-up instead. */
export const Fault = z.object({
  kind: z.enum([...NotTaken.options, ...Untold.options, ...Told.options, 'list_error']),
  count: z.number().int().min(1).default(1),
  delayMs: z.number().int().min(0).optional(),
  code: z.number().int().optional(),
  /** Only messages to this number. */
  to: z.string().optional(),
  /** No status callbacks follow. */
  silent: z.boolean().optional(),
});
export type Fault = z.infer<typeof Fault>;
type Of<Kind> = Omit<Fault, 'kind'> & { kind: Kind };
export type NotTakenFault = Of<z.infer<typeof NotTaken>>;
export type UntoldFault = Of<z.infer<typeof Untold>>;

export const isNotTaken = (fault: Fault): fault is NotTakenFault => NotTaken.safeParse(fault.kind).success;
export const isUntold = (fault: Fault): fault is UntoldFault => Untold.safeParse(fault.kind).success;

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
