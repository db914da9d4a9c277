import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf } from '@breathing-room/core/dynamo/failure';

const plain = { message: 'for the test', $metadata: {} };
const item = { pk: { S: 'S#someone' } };
const cancelled = (...codes: string[]): Error =>
  new TransactionCanceledException({
    ...plain,
    CancellationReasons: codes.map((Code, index) => ({ Code, ...(index === 0 && { Item: item }) })),
  });

describe('what a failed write means', () => {
  it.each<[string, unknown, object]>([
    ['a condition that did not hold', new ConditionalCheckFailedException({ ...plain, Item: item }), { kind: 'refused', found: item }],
    ['the same of the record in a transaction', cancelled('ConditionalCheckFailed', 'None'), { kind: 'refused', found: item }],
    [
      'the record and a ledger line refused',
      cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'),
      { kind: 'refused', found: item },
    ],
    ['another transaction on the item', new TransactionConflictException(plain), { kind: 'contended' }],
    ['the same inside a transaction', cancelled('TransactionConflict', 'None'), { kind: 'contended' }],
    ['a ledger line that is there already', cancelled('None', 'ConditionalCheckFailed'), { kind: 'certain' }],
    ['a reason nobody planned for', cancelled('ValidationError', 'None'), { kind: 'certain' }],
    ['that reason beside a conflict', cancelled('TransactionConflict', 'ItemCollectionSizeLimitExceeded'), { kind: 'certain' }],
    ['a cancellation without reasons', new TransactionCanceledException(plain), { kind: 'certain' }],
    ['a throttled table', new ProvisionedThroughputExceededException(plain), { kind: 'certain' }],
    ['a time-out', Object.assign(new Error('late'), { name: 'TimeoutError' }), { kind: 'unclear' }],
    ['a broken connection', Object.assign(new Error('gone'), { code: 'ECONNRESET' }), { kind: 'unclear' }],
    ['a fault of the server', Object.assign(new Error('500'), { $fault: 'server' }), { kind: 'unclear' }],
    ['something that is no error', 'odd', { kind: 'unclear' }],
  ])('is read off %s', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });
});
