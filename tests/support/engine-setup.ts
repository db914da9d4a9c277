import type { TestProject } from 'vitest/node';
import { startEngine } from '../../packages/local/src/engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoEndpoint: string;
  }
}

/** One engine for the whole run; every file makes a table of its own in it. DYNAMODB_ENDPOINT names another. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const engine = endpoint === undefined ? await startEngine() : { endpoint, stop: async () => {} };
  project.provide('dynamoEndpoint', engine.endpoint);
  return engine.stop;
}
