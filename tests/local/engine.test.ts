import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTable } from '@breathing-room/core/dynamo/create-table';
import { type Engine, startEngine } from '../../packages/local/src/engine.ts';
import { testClient } from '../support/engine.ts';

let folder: string;
let dataFile: string;
const running: Engine[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  dataFile = join(folder, 'data.db');
});
afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop();
  await rm(folder, { recursive: true });
});

const start = async (options: Parameters<typeof startEngine>[0]): Promise<Engine> => {
  const engine = await startEngine(options);
  running.push(engine);
  return engine;
};

const writeOne = async ({ endpoint }: Engine): Promise<void> => {
  const client = testClient(endpoint);
  await createTable(client, 'people');
  await client.send(new PutItemCommand({ TableName: 'people', Item: { pk: { S: 'S#a' }, sk: { S: 'P' } } }));
};

const countOf = async ({ endpoint }: Engine): Promise<number | undefined> =>
  (await testClient(endpoint).send(new ScanCommand({ TableName: 'people' }))).Count;

describe('the embedded engine', () => {
  it('answers on a port of its own, beside others', async () => {
    const [one, other] = [await start({}), await start({})];
    await writeOne(one);
    expect(one.endpoint).not.toBe(other.endpoint);
    expect(await countOf(one)).toBe(1);
    await expect(countOf(other)).rejects.toThrow('not found');
  });

  it('keeps what was written through a restart', async () => {
    const first = await start({ dataFile });
    await writeOne(first);
    await first.stop();
    expect(await countOf(await start({ dataFile }))).toBe(1);
  });

  it('stops, also twice, and answers no more', async () => {
    const engine = await start({});
    await engine.stop();
    await engine.stop();
    await expect(fetch(engine.endpoint)).rejects.toThrow('fetch failed');
  });

  it('says when the port asked for is taken', async () => {
    const { endpoint } = await start({});
    await expect(start({ port: Number(new URL(endpoint).port) })).rejects.toThrow('is taken');
  });
});

describe('a data file that cannot be used', () => {
  const ownFile = async (): Promise<Buffer> => {
    const engine = await start({ dataFile: join(folder, 'own.db') });
    await writeOne(engine);
    await engine.stop();
    return readFile(join(folder, 'own.db'));
  };
  const unlike = (text: Buffer, word: string, other: string): Buffer =>
    Buffer.from(text.toString('latin1').replaceAll(word, other), 'latin1');

  it.each<[string, () => Promise<Buffer>, string]>([
    ['a text', async () => Buffer.from('A poem, not a database.\n'), 'not a data file of this service'],
    [
      "another program's database",
      async () => unlike(await ownFile(), '_stream_records', '_poems_of_mine_'),
      'not a data file of this service',
    ],
    ['cut off', async () => (await ownFile()).subarray(0, 9000), 'damaged'],
    ['overwritten in the middle', async () => (await ownFile()).fill(0xaa, 4096), 'damaged'],
  ])('is refused in one clear line and left alone when it is %s', async (_, make, message) => {
    const bytes = await make();
    await writeFile(dataFile, bytes);
    await expect(start({ dataFile })).rejects.toThrow(message);
    await expect(start({ dataFile })).rejects.toThrow('left as it');
    expect(await readFile(dataFile)).toEqual(bytes);
  });

  it('is refused when it is a folder', async () => {
    await mkdir(dataFile);
    await expect(start({ dataFile })).rejects.toThrow('cannot be read');
  });

  it('is refused when its folder is missing', async () => {
    await expect(start({ dataFile: join(folder, 'none', 'data.db') })).rejects.toThrow('folder is missing');
  });

  it('is begun when it is empty', async () => {
    await writeFile(dataFile, '');
    await writeOne(await start({ dataFile }));
    expect((await readFile(dataFile)).length).toBeGreaterThan(0);
  });
});
