import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '@breathing-room/core/domain/instant';
import { takeInLeft } from '@breathing-room/functions/jobs/mails-left';
import { rawMail } from '../email/raw-mail.ts';
import { startLocal, type TestLocal } from '../support/local.ts';

const now = '2026-03-02T16:00:00Z';
const ours = { service: 'Breathing Room', domain: 'mail.example.org' };
const down = () => Promise.reject(new Error('down'));
let running: TestLocal;
beforeAll(async () => void (running = await startLocal({ frozen: now })));
afterAll(() => running.close());

/** One mail of each age in minutes; what is left of them afterwards. */
async function takeIn(ages: number[], isDown = false) {
  const { services } = running.local;
  const left = new Map(ages.map((age) => [`in/${age}`, rawMail({ from: `left-${age}@example.net`, body: 'SAFE' })]));
  const counts = await takeInLeft('mail', {
    services: isDown ? { ...services, store: { ...services.store, find: down }, mails: { send: down } } : services,
    ours,
    bucket: {
      read: (_, key) => Promise.resolve(left.get(key)),
      remove: (_, key) => Promise.resolve(void left.delete(key)),
      list: () => Promise.resolve([...left.keys()].map((key) => ({ key, storedAt: plusMinutes(now, -Number(key.slice(3))) }))),
    },
  });
  return { counts, left: [...left.keys()] };
}

describe('the hourly run over stored mails', () => {
  it('takes in what an outage left behind, and leaves a new mail to its own event', async () => {
    expect(await takeIn([60, 5])).toEqual({ counts: { read: 1 }, left: ['in/5'] });
    expect(running.local.mail.book.of('left-60@example.net')).toHaveLength(1);
  });

  it('one that fails again stops no other, and is given up before it is a day old (P4)', async () => {
    expect(await takeIn([60, 22 * 60 + 1], true)).toEqual({ counts: { failed: 1, expired: 1 }, left: ['in/60'] });
  });
});
