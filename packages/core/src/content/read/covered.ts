import type { Guard } from '../../domain/content.ts';
import type * as z from 'zod';
import type { Plan } from './plan.ts';

type GuardName = z.infer<typeof Guard>;
const strictness: Record<GuardName, number> = { open: 0, care: 1, safety: 2 };

/** The guard of a text: the one it declares, but never weaker than its strictest idea. */
export function guardOf(covers: readonly string[], declared: GuardName | undefined, plan: Plan): GuardName {
  const asked = covers.map((id): GuardName => {
    const use = plan.ideas[id]?.use ?? 'ok';
    return use === 'ok' ? 'open' : use;
  });
  return [declared ?? 'open', ...asked].reduce((strictest, next) => (strictness[next] > strictness[strictest] ? next : strictest));
}
