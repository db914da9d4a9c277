import { describe, expect, it } from 'vitest';
import { errorAction } from '@breathing-room/core/domain/error-code';

describe('what a provider code asks of us (S4)', () => {
  it.each([
    ['suppress', [21_610]],
    ['suppress_if_repeated', [30_004]],
    ['invalid', [21_211, 21_614, 30_005, 30_006]],
    ['retry_once', [30_003, 30_008, 30_500]],
    ['unknown', [30_410]],
    ['back_off', [429, 20_429, 20_503, 30_001]],
    ['content_alert', [30_007]],
    ['stop_channel', [20_003, 30_002, 30_034, 30_032, 21_408]],
    ['stale', [30_036]],
    ['other', [0, 21_617, 99_999]],
  ] as const)('%s', (action, codes) => {
    expect(codes.map((code) => errorAction(code))).toEqual(codes.map(() => action));
  });
});
