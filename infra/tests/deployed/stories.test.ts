import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendFromPhone } from '@breathing-room/local/stand-in-twilio/send-from-phone';
import { liveThrough, readStory } from '../../../tests/support/story.ts';
import { stage } from '../stage.ts';
import { functionIds, startDeployed } from './deployed-service.ts';
import { serveDesk } from './desk.ts';
import { mailStories, type WithDeployed } from './mail-stories.ts';

const folder = 'tests/stories';
const stories = readdirSync(folder).filter((name) => name.endsWith('.story'));
const phone = '+12125550123';
const asked = new Map<string, Set<string>>(functionIds.map((id) => [id, new Set()]));
const logs: string[] = [];

const withDeployed: WithDeployed = async (options, live) => {
  const deployed = await startDeployed(options);
  try {
    await live(deployed);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${Object.values(deployed.functions).map((fn) => fn.log()).join('').slice(-2000)}`, { cause: error });
  } finally {
    for (const id of functionIds) {
      for (const action of deployed.asked(id)) asked.get(id)!.add(action);
      logs.push(deployed.functions[id].log());
    }
    await deployed.close();
  }
};

describe('the stories, on the built functions', () => {
  it.each(stories.map((name) => ({ name, ...readStory(`${folder}/${name}`) })))('$title ($name)', async ({ steps }) => {
    const begins = steps.find(({ who }) => who === 'at')?.what ?? '2026-03-02T16:00:00Z';
    const numbers = steps.filter(({ who }) => who === 'from').map(({ what }) => what);
    await withDeployed({ begins, mayText: [phone, ...numbers] }, async (deployed) => {
      const desk = await serveDesk(deployed);
      await liveThrough(steps.filter(({ who }) => who !== 'at'), { local: deployed.local, url: desk.url, close: desk.close });
      await desk.close();
    });
  }, 60_000);
});

describe('by page and by mail, on the built functions', () => mailStories(withDeployed));

describe('what only the deployment has', () => {
  it('a STOP that came during an outage is taken in by the hourly replay, and the fallback answered (W12)', async () => {
    await withDeployed({ begins: '2026-03-02T16:00:00Z', mayText: [phone] }, async ({ local, gateway, functions, advanceTo }) => {
      const text = (body: string) => sendFromPhone(local.standIn, { number: phone, body });
      for (const body of ['JOIN WEEK', 'GO']) await text(body);
      gateway.setDown(true);
      await advanceTo('2026-03-02T16:05:00Z');
      await text('STOP');
      const form = Buffer.from(new URLSearchParams({ From: phone, Body: 'please stop' }).toString()).toString('base64');
      const answer = await functions.Fallback.invoke<{ body: string }>({ body: form, isBase64Encoded: true });
      expect(answer.body).toContain('988');
      expect(await functions.Replay.invoke({})).toMatchObject({ replayed: 1 });
      expect((await local.services.store.find({ channel: 'sms', value: phone as never })).consent).toBe('withdrawn');
    });
  });

  it('a stage with a list texts nobody else', async () => {
    await withDeployed({ begins: '2026-03-02T16:00:00Z', mayText: [] }, async ({ local, advanceTo }) => {
      for (const body of ['JOIN WEEK', 'GO']) await sendFromPhone(local.standIn, { number: phone, body });
      await advanceTo('2026-03-06T16:00:00Z');
      expect(local.standIn.book.all().filter(({ direction }) => direction === 'outbound-api')).toEqual([]);
    });
  });

  it('a shard the worker cannot read comes back alone', async () => {
    await withDeployed({ begins: '2026-03-02T16:00:00Z', mayText: [] }, async ({ functions }) => {
      const records = ['{"shard":0}', 'nonsense'].map((body, index) => ({ messageId: `m${index}`, body }));
      expect(await functions.Wake.invoke({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    });
  });

  it('counts reach CloudWatch as lines of their own, not wrapped in a message', () => {
    const lines = logs.join('').split('\n').filter((line) => line.includes('CloudWatchMetrics'));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('_aws');
  });

  it('no log line holds a number, a mailbox or a text (S9)', () => {
    expect(logs.join('')).not.toMatch(/\d{7,}5550123|2125550123|JOIN WEEK|@example\.net|MY DATA/);
  });
});

describe('IAM', () => {
  const production = stage('production');
  const table = production.one('aws:dynamodb/table:Table', 'TableTable').inputs.name as string;
  /** Lambda itself polls the queue and parks failures in the function's name. */
  const asLambda = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  const granted = (id: string): string[] =>
    [...new Set(production.allowed(id)
      .filter(({ action, resource }) => !asLambda.includes(action) && !resource.includes('FailedRuns'))
      .map(({ action, resource }) => (resource.includes(`${table}/index/`) ? `${action} on the index` : action)))]
      .sort();

  let all: [string, string[]][] = [];
  beforeAll(() => void (all = [...asked].map(([id, actions]) => [id, [...actions].sort()])));
  afterAll(() => asked.clear());

  it.each(functionIds)('%s is granted exactly what the stories ask of AWS', (id) => {
    expect(granted(id)).toEqual(Object.fromEntries(all)[id]);
  });
});
