import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMailEvents } from '@breathing-room/core/email/read-mail-event';
import { takeInMails } from '@breathing-room/functions/jobs/inbound-mail';
import { recordPublished } from '@breathing-room/functions/jobs/mail-events';
import type { MailBucket } from '@breathing-room/functions/mail-bucket';
import { rawMail } from '../email/raw-mail.ts';
import { startLocal, type TestLocal } from '../support/local.ts';

let running: TestLocal;
beforeAll(async () => void (running = await startLocal({ frozen: '2026-03-02T16:00:00Z' })));
afterAll(() => running.close());

const ours = { service: 'Breathing Room', domain: 'mail.example.org' };

/** Mails by key, and every key that was asked for or deleted. */
function bucketOf(mails: Record<string, Uint8Array>) {
  const left = new Map(Object.entries(mails));
  const bucket: MailBucket = {
    read: (_, key) => Promise.resolve(left.get(key)),
    remove: (_, key) => Promise.resolve(void left.delete(key)),
  };
  return { bucket, left };
}
const stored = (...keys: string[]) => ({ Records: keys.map((key) => ({ s3: { bucket: { name: 'mail' }, object: { key } } })) });
const answersTo = (mailbox: string): number => running.local.mail.book.of(mailbox).length;

describe('the job for stored mails', () => {
  it('reads, answers and deletes each mail (P4)', async () => {
    const { bucket, left } = bucketOf({ 'in/a b': rawMail({ body: 'SAFE' }) });
    expect(await takeInMails(stored('in/a+b'), { services: running.local.services, ours, bucket })).toEqual({ read: 1 });
    expect(left.size).toBe(0);
    expect(answersTo('jo@example.net')).toBe(1);
  });

  it('answers a mail once however often its event comes (W9)', async () => {
    const mail = rawMail({ from: 'once@example.net', body: 'SAFE' });
    for (let times = 0; times < 2; times++)
      await takeInMails(stored('in/once'), { services: running.local.services, ours, bucket: bucketOf({ 'in/once': mail }).bucket });
    expect(answersTo('once@example.net')).toBe(1);
    expect(await takeInMails(stored('in/once'), { services: running.local.services, ours, bucket: bucketOf({}).bucket })).toEqual({
      gone: 1,
    });
  });

  it('deletes what it cannot read', async () => {
    const { bucket, left } = bucketOf({ AMAZON_SES_SETUP_NOTIFICATION: Buffer.from('hello') });
    expect(await takeInMails(stored('AMAZON_SES_SETUP_NOTIFICATION'), { services: running.local.services, ours, bucket })).toEqual({
      unreadable: 1,
    });
    expect(left.size).toBe(0);
  });

  it('leaves a mail where it is when it could not be taken in, so that it comes again', async () => {
    const { bucket, left } = bucketOf({ x: rawMail({ from: 'later@example.net', body: 'MENU' }) });
    const broken = { ...running.local.services, store: { ...running.local.services.store, find: () => Promise.reject(new Error('down')) } };
    await expect(takeInMails(stored('x'), { services: broken, ours, bucket })).rejects.toThrow();
    expect(left.size).toBe(1);
  });
});

const event = (eventType: string, more: object) => ({
  eventType,
  mail: { destination: ['jo@example.net'], tags: { message: ['message001'], 'ses:caller-identity': ['x'] } },
  ...more,
});
const bounce = (bounceType: string) =>
  event('Bounce', { bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'Jo <Jo@example.net>' }] } });

describe('what SES tells of a mail (E7)', () => {
  it.each([
    ['a bounce that stays', bounce('Permanent'), [{ kind: 'bounce', to: 'jo@example.net', isPermanent: true, messageId: 'message001' }]],
    [
      'a bounce that may mend',
      bounce('Transient'),
      [{ kind: 'bounce', to: 'jo@example.net', isPermanent: false, messageId: 'message001' }],
    ],
    [
      'a complaint',
      event('Complaint', { complaint: { complainedRecipients: [{ emailAddress: 'jo@example.net' }] } }),
      [{ kind: 'complaint', to: 'jo@example.net', messageId: 'message001' }],
    ],
    [
      'a mail taken out of spam',
      event('Complaint', { complaint: { complaintFeedbackType: 'not-spam', complainedRecipients: [{ emailAddress: 'jo@example.net' }] } }),
      [],
    ],
    [
      'a delivery',
      event('Delivery', { delivery: { recipients: ['jo@example.net'] } }),
      [{ kind: 'delivery', to: 'jo@example.net', messageId: 'message001' }],
    ],
    [
      'a refusal',
      event('Reject', { reject: { reason: 'Bad content' } }),
      [{ kind: 'reject', to: 'jo@example.net', messageId: 'message001' }],
    ],
    ['an opening', event('Open', {}), []],
    ['a delay', event('DeliveryDelay', {}), []],
    ['no event', 'Successfully validated SNS topic', []],
  ])('%s is read', (_, json, events) => {
    expect(readMailEvents(json)).toEqual(events);
  });

  it.each([
    ['a topic', (json: object) => ({ Records: [{ Sns: { Message: JSON.stringify(json) } }, { Sns: { Message: 'not JSON' } }] })],
    ['a rule', (json: object) => ({ detail: json })],
  ])('reaches the store through %s, and a repeat changes nothing', async (name, published) => {
    const to = `${name.replace(' ', '-')}@example.net`;
    const find = () => running.local.services.store.find({ channel: 'email', value: to });
    await running.local.services.store.save({ ...(await find()), consent: 'given', consentAt: '2026-03-01T16:00:00Z' });
    const json = published(event('Complaint', { complaint: { complainedRecipients: [{ emailAddress: to }] } }));
    await recordPublished(json, running.local.services);
    const after = await find();
    expect(after.consent).toBe('withdrawn');
    await recordPublished(json, running.local.services);
    expect(await find()).toEqual(after);
  });
});
