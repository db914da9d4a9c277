import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './service-process.ts';

export interface Service {
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the service in a process of its own. BENCH_PROFILE names a folder for a CPU profile of it. */
export async function startService(env: NodeJS.ProcessEnv): Promise<Service> {
  const folder = process.env.BENCH_PROFILE;
  const profiling = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const child = fork(fileURLToPath(new URL('service-process.ts', import.meta.url)), {
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
    execArgv: ['--import', 'tsx', ...profiling],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const started = await Promise.race([once(child, 'message'), gone.then(() => undefined)]);
  if (started === undefined) throw new Error('the service ended before it listened');
  return {
    async usage() {
      const answer = once(child, 'message');
      child.send('usage');
      return (await answer)[0] as Usage;
    },
    async stop() {
      child.disconnect();
      await gone;
    },
  };
}
