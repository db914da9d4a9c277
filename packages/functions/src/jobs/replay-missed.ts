import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import type { Content } from '@breathing-room/core/domain/content';
import { epochSeconds, type Instant } from '@breathing-room/core/domain/instant';
import { runtime } from '../runtime.ts';
import { recordRun } from './record-run.ts';

/** Hourly: takes in what arrived while nobody answered (W12), and says how old the oldest help line is (X7). */
export const handler = async () => {
  const { services } = await runtime();
  const { clock, guide, meter } = services;
  meter.add({ 'helplines.oldest-days': oldestLineDays(guide.content, clock.now()) });
  return recordRun(services, 'replay-missed', await replayMissed(services));
};

/** Days since the least lately verified line that is still shown was called or read. */
export function oldestLineDays({ helplines }: Pick<Content, 'helplines'>, now: Instant): number {
  const shown = Object.values(helplines).flatMap(({ lines }) => lines.filter(({ withdrawn }) => withdrawn !== true));
  const ages = shown.map(({ verifiedOn }) => (epochSeconds(now) - epochSeconds(`${verifiedOn}T00:00:00Z`)) / 86_400);
  return Math.floor(Math.max(0, ...ages));
}
