import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { epochSeconds } from '../domain/instant.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Item } from './item.ts';
import type { StoreSettings } from './store-settings.ts';
import { expiryName } from './table-definition.ts';

/** What is asked of one budget: at most `limit` may be taken in one window. */
export interface Reservation {
  name: string;
  window: string;
  amount: number;
  limit: number;
}

/** Longer than the longest window, a month. */
const keptSeconds = 40 * 86_400;
const attempts = 4;

/**
 * Takes what is left of the budget, at most `amount`, with one conditional update; a second one when
 * less than `amount` was left. An answer lost on the way is taken twice: too little is sent, never too much (S7).
 */
export const reserveBudget = async (settings: StoreSettings, reservation: Reservation): Promise<number> => {
  const { limit } = reservation;
  if (reservation.amount < 0) return giveBack(settings, reservation);
  let wanted = Math.min(reservation.amount, limit);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (wanted <= 0) return 0;
    const used = await take(settings, reservation, wanted);
    if (used === 'taken') return wanted;
    wanted = Math.min(wanted, limit - used);
  }
  return 0;
};

/** How much is used when there was not enough left. */
const take = async (settings: StoreSettings, { name, window, limit }: Reservation, wanted: number): Promise<'taken' | number> => {
  try {
    await settings.client.send(
      new UpdateItemCommand({
        TableName: settings.tableName,
        Key: keyOf(name, window),
        UpdateExpression: 'SET #expiry = :expiry ADD #used :wanted',
        ConditionExpression: 'attribute_not_exists(#used) OR #used <= :most',
        ExpressionAttributeNames: { '#used': 'used', '#expiry': expiryName },
        ExpressionAttributeValues: {
          ':wanted': { N: String(wanted) },
          ':most': { N: String(limit - wanted) },
          ':expiry': { N: String(epochSeconds(settings.clock.now()) + keptSeconds) },
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'taken';
  } catch (error) {
    const failure = failureOf(error);
    // Somebody is giving back at this moment: the same amount is asked for once more.
    if (failure.kind === 'contended') return limit - wanted;
    if (failure.kind !== 'refused') throw error;
    return Number(failure.found?.used?.N ?? limit);
  }
};

/** Gives back up to what is used; the change, zero or less. */
const giveBack = async (settings: StoreSettings, reservation: Reservation): Promise<number> => {
  let returned = -reservation.amount;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (returned <= 0) return 0;
    const used = await putBack(settings, reservation, returned);
    if (used === 'returned') return -returned;
    returned = Math.min(returned, used);
  }
  return 0;
};

/**
 * How much is used when it is less than what was to come back. A transaction, whose request token makes
 * the client's repeat after a lost answer do nothing: given back twice, too much could be sent.
 */
const putBack = async (settings: StoreSettings, { name, window }: Reservation, returned: number): Promise<'returned' | number> => {
  try {
    await settings.client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Update: {
              TableName: settings.tableName,
              Key: keyOf(name, window),
              UpdateExpression: 'SET #used = #used - :returned',
              ConditionExpression: '#used >= :returned',
              ExpressionAttributeNames: { '#used': 'used' },
              ExpressionAttributeValues: { ':returned': { N: String(returned) } },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
        ],
      }),
    );
    return 'returned';
  } catch (error) {
    return stillUsed(failureOf(error), returned, error);
  }
};

/** What a next try may give back. When unsure nothing: then it stays used, and less is sent. */
const stillUsed = (failure: Failure, returned: number, error: unknown): number => {
  switch (failure.kind) {
    case 'refused':
      return Number(failure.found?.used?.N ?? 0);
    case 'contended':
      return returned;
    case 'unclear':
      return 0;
    case 'certain':
      throw error;
  }
};

const keyOf = (name: string, window: string): Item => ({ pk: { S: `A#budget#${name}` }, sk: { S: window } });
