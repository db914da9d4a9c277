import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { runtime } from '../runtime.ts';
import { recordRun } from './record-run.ts';

/** Hourly: takes in what arrived while nobody answered (W12). */
export const handler = async () => {
  const { services } = await runtime();
  return recordRun(services, 'replay-missed', await replayMissed(services));
};
