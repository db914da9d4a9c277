import * as z from 'zod';
import type { Problem } from '../problem.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';

const PlanFile = z.strictObject({
  complete: z.boolean(),
  topics: z.record(z.string(), z.int().min(1)),
  programmes: z.record(z.string(), z.strictObject({ notes: z.int(), checkIns: z.array(z.int()) })),
  coverage: z.record(z.string().regex(/^A\d\.\d+$/), z.string().regex(/^(ok|care|safety) [a-z]+ [a-z,]+( [a-z-]+)?$/)),
});

/** What one idea of the sources asks of the text that delivers it. */
export interface Idea {
  use: 'ok' | 'care' | 'safety';
  kind: string;
  topics: readonly string[];
  /** Name of a row of the guard table (lint/guards.ts). */
  guard: string | undefined;
}

/** The sizes of complete content, and every idea that must be delivered. */
export interface Plan {
  complete: boolean;
  topics: Record<string, number>;
  programmes: Record<string, { notes: number; checkIns: readonly number[] }>;
  ideas: Record<string, Idea>;
}

const emptyPlan: Plan = { complete: false, topics: {}, programmes: {}, ideas: {} };

export function readPlan(source: SourceFile | undefined): { plan: Plan; problems: Problem[] } {
  if (source === undefined) return { plan: emptyPlan, problems: [] };
  const { value, problems } = readSettings({ source, text: source.text, offset: 0 }, PlanFile);
  if (value === undefined) return { plan: emptyPlan, problems };
  const ideas = Object.entries(value.coverage).map(([id, line]) => [id, readIdea(line)] as const);
  return { plan: { ...value, ideas: Object.fromEntries(ideas) }, problems };
}

function readIdea(line: string): Idea {
  const [use = 'ok', kind = '', topics = '', guard] = line.split(' ');
  return { use: use as Idea['use'], kind, topics: topics.split(','), guard };
}
