import { expect, it } from 'vitest';
import { plusHours } from '@breathing-room/core/domain/instant';
import { sendFromPhone } from '@breathing-room/local/stand-in-twilio/send-from-phone';
import type { DeployedService, DeployedOptions } from './deployed-service.ts';

export type WithDeployed = (options: DeployedOptions, live: (deployed: DeployedService) => Promise<void>) => Promise<void>;

const begins = '2026-11-23T15:41:00Z';
const jo = 'jo@example.net';

const find = ({ local }: DeployedService, value = jo) => local.services.store.find({ channel: 'email', value });
const linkTo = (page: string, text = ''): string => new RegExp(`https://texts\\.charity\\.example(/${page}\\?t=[\\w-]{48})`).exec(text)![1]!;
const lastTo = ({ post }: DeployedService, mailbox = jo) => post.mailsTo(mailbox).at(-1)!;

const open = ({ gateway }: DeployedService, path: string): Promise<Response> => fetch(gateway.url + path);
const press = ({ gateway }: DeployedService, path: string, fields: Record<string, string> = {}): Promise<Response> =>
  fetch(gateway.url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin' }, redirect: 'manual' });

const lastPage = { step: 'ask', programme: 'selfcare', zone: 'America/Denver', adult: 'on', wording: 'mail.consent-plain', pin: '2468' };

const askByPage = async (deployed: DeployedService, email: string): Promise<void> =>
  expect((await press(deployed, '/join', { ...lastPage, email })).status).toBe(200);

async function joinByPage(deployed: DeployedService, email = jo): Promise<void> {
  await askByPage(deployed, email);
  expect((await find(deployed, email)).consent).not.toBe('given');
  const path = linkTo('confirm', lastTo(deployed, email).text);
  expect((await open(deployed, path)).status).toBe(200);
  expect((await press(deployed, path)).status).toBe(200);
}

async function untilNote(deployed: DeployedService, email = jo): Promise<void> {
  const before = deployed.post.mailsTo(email).length;
  for (let tries = 0; tries < 4 && deployed.post.mailsTo(email).length === before; tries++) {
    const due = await deployed.local.services.store.nextDue();
    if (due !== undefined) await deployed.advanceTo(plusHours(due, 1));
  }
  expect(deployed.post.mailsTo(email)).toHaveLength(before + 1);
}

/** Somebody's life with the pages and by mail, on the built functions. */
export function mailStories(withDeployed: WithDeployed): void {
  const lives = (mayMail: readonly string[], live: (deployed: DeployedService) => Promise<void>) => withDeployed({ begins, mayText: ['+12125550123'], mayMail }, live);

  it('somebody joins on the page, gets a note, answers it, looks at what is held and ends it by one click', () =>
    lives([jo], async (deployed) => {
      await joinByPage(deployed);
      await untilNote(deployed);
      const note = lastTo(deployed);
      expect(note.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'X-SES-CONFIGURATION-SET': 'breathing-room-production' });
      await deployed.post.receive({ from: jo, text: 'STATUS' });
      const settings = linkTo('preferences', lastTo(deployed).text);
      expect((await press(deployed, settings, { kind: 'pace', pace: 'weekly' })).status).toBe(200);
      await deployed.post.receive({ from: jo, text: 'MY DATA' });
      expect(await (await press(deployed, linkTo('my-data', lastTo(deployed).text), { pin: '2468' })).text()).toContain('Proof of your choices');
      const [, unsubscribe] = /<https:\/\/[^/]+(\/[^>]+)>/.exec(note.headers['List-Unsubscribe']!)!;
      const click = await fetch(deployed.gateway.url + unsubscribe, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect(click.status).toBe(200);
      expect((await find(deployed)).consent).toBe('withdrawn');
    }));

  it('a mail is answered once and deleted, and a mailbox that writes STOP is left alone', () =>
    lives([jo], async (deployed) => {
      await joinByPage(deployed);
      const written = deployed.post.mailsTo(jo).length;
      const event = await deployed.post.receive({ from: jo, text: 'SAFE' });
      await deployed.functions.InboundMail.invoke(event);
      expect(deployed.post.mailsTo(jo)).toHaveLength(written + 1);
      await deployed.post.receive({ from: jo, text: 'STOP' });
      expect(deployed.post.stored()).toEqual([]);
      expect((await find(deployed)).consent).toBe('withdrawn');
    }));

  it('a STOP whose event was lost is taken in by the hourly run', () =>
    lives([jo], async (deployed) => {
      await joinByPage(deployed);
      await deployed.post.receive({ from: jo, text: 'STOP' }, false);
      await deployed.advanceTo(plusHours(begins, 1));
      expect(await deployed.functions.InboundMail.invoke({ 'detail-type': 'Scheduled Event' })).toMatchObject({ read: 1 });
      expect((await find(deployed)).consent).toBe('withdrawn');
    }));

  it.each(['bounce@example.net', 'complaint@example.net'])('%s is never written to again (E7)', (email) =>
    lives([email], async (deployed) => {
      await joinByPage(deployed, email);
      await deployed.post.settled();
      expect((await find(deployed, email)).consent).not.toBe('given');
    }));

  it('a text that names a mailbox has it asked by mail, and the button links both (O13)', () =>
    lives([jo], async (deployed) => {
      await sendFromPhone(deployed.local.standIn, { number: '+12125550123', body: `EMAIL ${jo}` });
      await press(deployed, linkTo('confirm', lastTo(deployed).text));
      expect((await find(deployed)).linkedId).toBeDefined();
    }));

  it('a stage with a list of mailboxes mails nobody else', () =>
    lives(['other@example.net'], async (deployed) => {
      await askByPage(deployed, jo);
      await deployed.post.receive({ from: jo, text: 'SAFE' }).catch(() => {});
      expect(deployed.post.mailsTo(jo)).toEqual([]);
    }));

  it('a branch mails nobody but its list, whatever its code would do', () =>
    withDeployed({ begins, mayText: [], mayMail: ['tester@charity.example', jo], grantedBy: 'pr-12' }, async (deployed) => {
      for (const email of [jo, 'tester@charity.example']) await askByPage(deployed, email);
      expect(['tester@charity.example', jo].map((email) => deployed.post.mailsTo(email).length)).toEqual([1, 0]);
    }));
}
