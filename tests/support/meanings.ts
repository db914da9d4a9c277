import { answerMeaning } from '@breathing-room/core/domain/answer-meaning';
import type { Guide } from '@breathing-room/core/domain/guide';
import type { Sense } from '@breathing-room/core/domain/meaning';
import type { Answer } from '@breathing-room/core/domain/turn';
import { withWakeAt } from '@breathing-room/core/domain/wake-at';
import type { Someone } from './people.ts';

/** The answer to a reading, whatever words lead to it; for rules about meanings rather than words. */
export const answerTo = ({ person, now }: Someone, sense: Sense, guide: Guide): Answer =>
  answerMeaning({ person, now, guide, message: { messageId: 'SM0' }, meaning: { ...sense, rule: 'test', because: 'a test says so' } });

export const afterMeaning = (someone: Someone, sense: Sense, guide: Guide): Someone => ({
  ...someone,
  person: withWakeAt(answerTo(someone, sense, guide).person),
});

export const saidIds = ({ reply }: Answer): string[] => reply.map(({ id }) => id);
