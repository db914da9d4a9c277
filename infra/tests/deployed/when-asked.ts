import type { RunningLambda } from '../../offline/run-lambda.ts';

export interface LazyLambda extends Omit<RunningLambda, 'initMs'> {
  /** Begins to start it, so that its first event need not wait. */
  start: () => void;
}

/** A function whose process starts at its first event, as on AWS; most stories never ask some of them. */
export function whenAsked(launch: () => Promise<RunningLambda>): LazyLambda {
  let started: Promise<RunningLambda> | undefined;
  let running: RunningLambda | undefined;
  return {
    start: () => void (started ??= launch()).catch(() => {}),
    invoke: async (event) => (running = await (started ??= launch())).invoke(event),
    log: () => running?.log() ?? '',
    stop: () => void started?.then((fn) => fn.stop()).catch(() => {}),
  };
}
