import type { OwedMessage } from '../domain/owed-message.ts';
import { codeTable } from './code-table.ts';
import type { Instant } from '../domain/instant.ts';
import {
  packCount,
  packLine,
  packOptionalTime,
  packTime,
  packYes,
  readCount,
  readLine,
  readOptionalTime,
  readYes,
  type Part,
} from './packed-line.ts';
import { packTextRef, readTextRef } from './packed-text-ref.ts';
import { present } from './present.ts';

const states = codeTable<OwedMessage['state']>({ waiting: 'w', sending: 's', unknown: 'u', sent: 'd' });

/** State, message id, text, claim id and time, since, body hash, tries, counted, absent at, not before, provider id. */
export const packOwed = (owed: OwedMessage): string => {
  const { state, messageId, text, claimId, claimedAt, since, bodyHash, tries, counted, absentAt, notBefore, providerId } = owed;
  return packLine([
    states.codeOf(state),
    messageId,
    packTextRef(text),
    claimId,
    packTime(claimedAt),
    packSince(since, claimedAt),
    bodyHash,
    packCount(tries),
    packYes(counted),
    packOptionalTime(absentAt),
    packOptionalTime(notBefore),
    providerId,
  ]);
};

/** Absent where it says no more than the claim's own time. */
const packSince = (since: Instant, claimedAt: Instant): Part => (since === claimedAt ? undefined : packTime(since));

export const readOwed = (line: string): unknown => {
  const [state, messageId, text, claimId, claimedAt, since, bodyHash, tries, counted, absentAt, notBefore, providerId] = readLine(line);
  return present({
    state: states.wordOf(state),
    messageId,
    text: text && readTextRef(text),
    claimId,
    claimedAt: readOptionalTime(claimedAt),
    since: readOptionalTime(since ?? claimedAt),
    bodyHash,
    tries: readCount(tries),
    counted: readYes(counted),
    absentAt: readOptionalTime(absentAt),
    notBefore: readOptionalTime(notBefore),
    providerId,
  });
};
