import { describe, expect, it } from 'vitest';
import { countMetrics } from '@breathing-room/functions/count-metrics';
import { recordRun } from '@breathing-room/functions/jobs/record-run';
import type { Counts } from '@breathing-room/core/ports';
import type { Services } from '@breathing-room/core/services';

const clock = { now: () => '2026-03-01T10:00:00Z' };

describe('what a run did', () => {
  const run = async (counts: Counts) => {
    const kept: unknown[] = [];
    const lines: object[] = [];
    const store = { addCounts: async (...given: unknown[]) => void kept.push(given) } as unknown as Services['store'];
    const meter = countMetrics(clock, (line) => lines.push(line));
    await recordRun({ store, meter, clock } as Services, 'wake', counts);
    return { kept, lines };
  };

  it('is added to its day and printed as metrics', async () => {
    const { kept, lines } = await run({ sent: 3, deferred: 0 });
    expect(kept).toEqual([['wake', '2026-03-01', { sent: 3 }]]);
    expect(lines).toEqual([
      {
        _aws: {
          Timestamp: Date.parse('2026-03-01T10:00:00Z'),
          CloudWatchMetrics: [{ Namespace: 'BreathingRoom', Dimensions: [[]], Metrics: [{ Name: 'wake.sent', Unit: 'Count' }] }],
        },
        'wake.sent': 3,
      },
    ]);
  });

  it('costs nothing when it did nothing', async () => {
    expect(await run({ deferred: 0 })).toEqual({ kept: [], lines: [] });
  });
});
