import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { checkDataFile } from './data-file.ts';
import { engineBinary } from './engine-binary.ts';
import { EngineError } from './engine-error.ts';

export interface EngineOptions {
  /** Where the data lies; in memory when absent. */
  dataFile?: string;
  /** A free one is chosen when absent. */
  port?: number;
}

export interface Engine {
  endpoint: string;
  /** Ends the engine and waits until its data is on disk. */
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const startsWithinMs = 5000;
const stopsWithinMs = 5000;

/**
 * Starts the embedded DynamoDB engine on this machine only.
 * @throws EngineError when there is no engine for this platform, or the data file is damaged or not
 * ours; such a file is left as it was.
 */
export const startEngine = async ({ dataFile, port }: EngineOptions = {}): Promise<Engine> => {
  if (dataFile !== undefined) await checkDataFile(dataFile);
  const chosen = await freePort(port ?? 0);
  const where = dataFile === undefined ? [] : ['--db-path', dataFile];
  const engine = spawn(engineBinary(), ['--host', host, '--port', String(chosen), ...where], { stdio: 'ignore' });
  const endpoint = `http://${host}:${chosen}`;
  const endWithUs = (): void => {
    engine.kill('SIGTERM');
  };
  process.once('exit', endWithUs);
  engine.once('exit', () => process.off('exit', endWithUs));
  try {
    await Promise.race([untilReady(endpoint), untilGone(engine, dataFile)]);
  } catch (error) {
    await stopEngine(engine);
    throw error;
  }
  return { endpoint, stop: () => stopEngine(engine) };
};

/** The port asked for, or any for 0: whoever answers on a taken one is not our engine. */
export const freePort = async (wanted: number): Promise<number> => {
  const server = createServer().listen(wanted, host);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new EngineError(`port ${wanted} is taken`, { cause });
  });
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new EngineError('no free port was found');
  return address.port;
};

/** The engine prints its address before it answers, so only an answer counts. */
const untilReady = async (endpoint: string): Promise<void> => {
  const attempts = startsWithinMs / 10;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await answers(endpoint)) return;
    await delay(10);
  }
  throw new EngineError(`the database engine did not answer within ${startsWithinMs / 1000} s`);
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const { status } = await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    return status === 200;
  } catch {
    return false;
  }
};

const untilGone = async (engine: ChildProcess, dataFile: string | undefined): Promise<never> => {
  // `once` rejects with the spawn error when the binary cannot be run at all.
  await once(engine, 'exit').catch((cause: unknown) => {
    throw new EngineError('the database engine cannot be run on this machine', { cause });
  });
  throw new EngineError(
    dataFile === undefined
      ? 'the database engine ended at once'
      : `the database engine cannot use ${dataFile}: it is damaged or its folder is missing. It was left as it is: move it away to begin anew.`,
  );
};

const stopEngine = async (engine: ChildProcess): Promise<void> => {
  if (engine.exitCode !== null || engine.signalCode !== null || engine.pid === undefined) return;
  const gone = once(engine, 'exit');
  engine.kill('SIGTERM');
  const timer = setTimeout(() => engine.kill('SIGKILL'), stopsWithinMs);
  await gone;
  clearTimeout(timer);
};
