import { answerForgetMe } from '../domain/answer-service.ts';
import { plusMinutes } from '../domain/instant.ts';
import { concludedOnPage, tapped } from '../domain/page-answer.ts';
import type { Services } from '../services.ts';
import { readLink } from './read-link.ts';
import { revokeLinked } from './revoke-linked.ts';
import { saveChange } from './save-change.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'links' | 'trace'>;

/** The second press must follow within this (P2). */
const windowMinutes = 10;

/** `ask` begins ten minutes in which `confirm` erases this address and the linked one (P2). `lapsed`: ask again. */
export async function forgetMe(
  services: Needs,
  token: string,
  step: 'ask' | 'confirm',
  proof?: { ip: string },
): Promise<'asked' | 'forgotten' | 'lapsed' | 'forged'> {
  const { store, clock, guide } = services;
  const named = await readLink(services, token, 'forget');
  if (named === undefined) return 'forged';
  if (named.purgeAt !== undefined) return 'forgotten';
  const now = clock.now();
  const changed = await saveChange(
    services,
    () => store.findById(named.id),
    (person) => {
      const { forgetAskedAt, ...unasked } = person;
      if (step === 'ask') return { subscriber: { ...unasked, forgetAskedAt: now } };
      if (forgetAskedAt === undefined || plusMinutes(forgetAskedAt, windowMinutes) <= now) return undefined;
      const answer = answerForgetMe({ ...tapped<'command'>(person, { kind: 'command', command: { name: 'forget_me' } }, guide, now) });
      const ledger = (answer.ledger ?? []).map(({ source: _, ...line }) => ({ ...line, ...(proof && { source: proof.ip }) }));
      return { subscriber: concludedOnPage(answer, now), ledger };
    },
  );
  if (changed === undefined) return 'lapsed';
  if (step === 'ask') return 'asked';
  await revokeLinked(services, changed);
  return 'forgotten';
}
