import type { Fact, FactKind } from '../domain/fact.ts';
import { codeTable } from './code-table.ts';
import { packLine, packTime, readLine, readTime } from './packed-line.ts';
import { packTextRefs, readTextRefs } from './packed-text-ref.ts';

const kinds = codeTable<FactKind>({
  text_answered: 'a',
  text_ignored: 'i',
  crisis_answered: 'c',
  note_claimed: 'k',
  note_sent: 's',
  note_rejected: 'r',
  note_unknown: 'u',
  note_delivered: 'd',
  note_failed: 'f',
  note_skipped: 'x',
  note_shifted: 'z',
  check_in_answered: 'n',
  check_in_missed: 'm',
  offer_made: 'o',
  offer_lapsed: 'l',
  offer_cancelled: 'q',
  programme_joined: 'j',
  programme_ended: 'e',
  notes_held: 'h',
  notes_resumed: 'b',
  pace_changed: 'p',
  setting_changed: 't',
  flag_set: 'g',
  flag_cleared: 'y',
  consent_withdrawn: 'w',
  suppression_lifted: 'v',
  address_invalid: 'A',
});

/** One fact as a line: kind and time, inbound id, reply, about. */
export const packFact = ({ kind, at, inboundId, reply, about }: Fact): string =>
  packLine([kinds.codeOf(kind) + packTime(at), inboundId, reply && packTextRefs(reply), about]);

/** Undefined for a kind this build does not know: a newer build's fact must not stop an answer. */
export const readFact = (line: string): Fact | undefined => {
  const [head = '', inboundId, reply, about] = readLine(line);
  const kind = kinds.wordOf(head.slice(0, 1));
  if (kind === undefined) return undefined;
  return {
    kind,
    at: readTime(head.slice(1)),
    ...(inboundId !== undefined && { inboundId }),
    ...(reply !== undefined && { reply: readTextRefs(reply) }),
    ...(about !== undefined && { about }),
  };
};
