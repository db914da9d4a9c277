import { ConditionalCheckFailedException, TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { Item } from './item.ts';

/**
 * What a failed write means. `refused`: the condition did not hold, with the item as it is.
 * `contended`: a transaction held the item. `unclear`: it may have landed. `certain`: it did not land.
 */
export type Failure = { kind: 'refused'; found: Item | undefined } | { kind: 'contended' } | { kind: 'unclear' } | { kind: 'certain' };

export const failureOf = (error: unknown): Failure => {
  if (error instanceof ConditionalCheckFailedException) return { kind: 'refused', found: error.Item };
  if (error instanceof TransactionConflictException) return { kind: 'contended' };
  if (error instanceof TransactionCanceledException) return cancellation(error);
  return isClientFault(error) ? { kind: 'certain' } : { kind: 'unclear' };
};

/** The record is the first part of every transaction; any other reason is ours to hear about. */
const cancellation = ({ CancellationReasons: reasons = [] }: TransactionCanceledException): Failure => {
  const [record] = reasons;
  if (record?.Code === 'ConditionalCheckFailed') return { kind: 'refused', found: record.Item };
  const others = reasons.map(({ Code: code }) => code).filter((code) => code !== undefined && code !== 'None');
  if (others.length > 0 && others.every((code) => code === 'TransactionConflict')) return { kind: 'contended' };
  return { kind: 'certain' };
};

/** Only an answer that blames the request proves that nothing was written; time-outs and 5xx prove nothing. */
const isClientFault = (error: unknown): boolean => error instanceof Error && '$fault' in error && error.$fault === 'client';
