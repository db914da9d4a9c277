import { wakeAll } from '@breathing-room/core/actions/wake-due';
import { runtime } from '../runtime.ts';
import { recordRun } from './record-run.ts';

/** Does everything that is due now. */
export const handler = async () => {
  const { services } = await runtime();
  return recordRun(services, 'wake', await wakeAll(services));
};
