import { readdirSync } from 'node:fs';
import { afterEach, describe, test } from 'vitest';
import { startLocal, type TestLocal } from '../support/local.ts';
import { liveThrough, readStory } from '../support/story.ts';

const folder = 'tests/stories';
const stories = readdirSync(folder).filter((name) => name.endsWith('.story'));

describe('stories', () => {
  let running: TestLocal | undefined;
  afterEach(() => running?.close());

  test.each(stories.map((name) => ({ name, ...readStory(`${folder}/${name}`) })))('$title ($name)', async ({ steps }) => {
    const begins = steps.find(({ who }) => who === 'at')?.what ?? '2026-03-02T16:00:00Z';
    running = await startLocal({ frozen: begins });
    await liveThrough(
      steps.filter(({ who }) => who !== 'at'),
      running,
    );
  });
});
