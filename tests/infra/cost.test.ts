import { describe, expect, it } from 'vitest';
import { monthlyCost, total } from '../../tools/cost/monthly-cost.ts';

const load = { people: 10_000, notesPerWeek: 3, textsPerWeek: 1, segments: 2, shards: 64 };
const dollarsOf = (service: string, of = load): number => monthlyCost(of).find((line) => line.service === service)!.dollars;

describe('what a month costs', () => {
  it('is the sum of every service, each with its reason', () => {
    const lines = monthlyCost(load);
    expect(total(lines)).toBeCloseTo(lines.map(({ dollars }) => dollars).reduce((a, b) => a + b));
    for (const { because } of lines) expect(because).not.toBe('');
  });

  it('is a few dollars for AWS while nobody is in it', () => {
    const idle = monthlyCost({ ...load, people: 0 }).filter(({ service }) => !service.startsWith('Twilio'));
    expect(total(idle)).toBeGreaterThan(3);
    expect(total(idle)).toBeLessThan(12);
  });

  it('counts four write units a note, one a text and a half a report', () => {
    const notes = (10_000 * 3 * 52) / 12;
    const texts = (10_000 * 52) / 12;
    const writes = notes * 4 + texts + notes * 2 * 0.5;
    const reads = notes * 1.5 + texts + notes * 2 + (365 * 24 * 60 * 64 * 0.5) / 12;
    expect(dollarsOf('DynamoDB')).toBeCloseTo((writes * 0.625 + reads * 0.125) / 1e6, 6);
  });

  it('costs a mailed note what SES asks, and no segment', () => {
    const byMail = { ...load, byMail: 1 };
    const notes = (10_000 * 3 * 52) / 12;
    const answers = (10_000 * 52) / 12;
    expect(dollarsOf('Twilio, texts', byMail)).toBe(0);
    expect(dollarsOf('API Gateway', byMail)).toBe(0);
    expect(dollarsOf('SES, S3 and SNS', byMail)).toBeCloseTo(
      ((notes + answers) * 0.1 + answers * 0.195) / 1000 + ((notes + answers) * 0.5) / 1e6,
    );
  });

  it('grows with the people where it should, and stands still where it should', () => {
    const twice = { ...load, people: 20_000 };
    expect(dollarsOf('Twilio, texts', twice)).toBeCloseTo(2 * dollarsOf('Twilio, texts'));
    expect(dollarsOf('Twilio, fixed', twice)).toBe(dollarsOf('Twilio, fixed'));
  });
});
