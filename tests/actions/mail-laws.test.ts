import { fc, test as law } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { changePreferences } from '@breathing-room/core/actions/change-preferences';
import { recordMailEvent } from '@breathing-room/core/actions/record-mail-event';
import { unsubscribe } from '@breathing-room/core/actions/unsubscribe';
import { plusHours } from '@breathing-room/core/domain/instant';
import { startLocal, type TestLocal } from '../support/local.ts';
import { mailing, tokenIn } from '../support/mailing.ts';
import { morning } from '../support/sending.ts';

let running: TestLocal;
let lives = 0;

beforeAll(async () => {
  running = await startLocal({ frozen: morning });
});
afterAll(() => running.close());

type Us = ReturnType<typeof mailing>;
const words = [
  'STOP',
  'JOIN SELFCARE',
  'ZONE DENVER',
  'GO',
  'CALM',
  'RESUME',
  'FORGET ME',
  'I want to die',
  'START',
  'FASTER',
  'please no more mails',
  '3',
];

/** What may happen without the person writing to us. */
const happenings: Record<string, (us: Us, email: string) => Promise<unknown>> = {
  'a form': (us) => us.asks(),
  'a press on the newest link': (us) => us.confirms(us.sent.length === 0 ? '' : tokenIn(us.mailTo(), 'confirm')),
  'a day': (us) => us.on(plusHours(running.local.clock.now(), 26)),
  'a complaint': (us, to) => recordMailEvent(us.services, { kind: 'complaint', to }),
  'a bounce': (us, to) => recordMailEvent(us.services, { kind: 'bounce', isPermanent: true, to }),
  'one click': async (us) => unsubscribe(us.services, await us.token('unsubscribe'), 'one_click'),
  'a programme chosen on the page': async (us) =>
    changePreferences(us.services, await us.token('preferences'), {
      kind: 'programme',
      programme: 'selfcare',
      gate: 'clear',
      ip: '203.0.113.9',
    }),
};
const steps = fc.array(
  fc.oneof(
    fc.constantFrom(...Object.keys(happenings)).map((name) => ({ name })),
    fc.record({ says: fc.constantFrom(...words), verdict: fc.constantFrom('aligned' as const, 'unproven' as const) }),
  ),
  { minLength: 4, maxLength: 12 },
);

describe('whatever happens to a mailbox', () => {
  law.prop([steps], { numRuns: 40 })(
    'nothing we begin reaches it once it is opted out, and only a pressed link begins notes (O9, E4)',
    async (life) => {
      lives += 1;
      const email = `person${lives}@example.org`;
      const us = mailing(running, email);
      for (const step of life) {
        const before = await us.person();
        const mails = us.sent.length;
        await ('says' in step ? us.writes(step.says, { verdict: step.verdict, subject: 'Re: note' }) : happenings[step.name]!(us, email));
        const after = await us.person();
        const isOut = before.consent === 'withdrawn' && after.consent === 'withdrawn';
        if (isOut && !('says' in step)) expect(us.sent.length).toBe(mails);
        if (before.consent !== 'given' && after.consent === 'given') expect(step).toEqual({ name: 'a press on the newest link' });
        if ('says' in step && step.verdict === 'unproven' && after.consent !== before.consent) expect(after.consent).toBe('withdrawn');
      }
      const given = (await us.ledger()).filter(({ kind }) => kind === 'given');
      expect(given.every(({ source, wording }) => source !== undefined && wording !== undefined)).toBe(true);
    },
    60_000,
  );
});
