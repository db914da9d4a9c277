import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { epochSeconds } from '../domain/instant.ts';
import { failureOf } from './failure.ts';
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
    await settings.client.send(new UpdateItemCommand({
      TableName: settings.tableName,
      Key: { pk: { S: `A#budget#${name}` }, sk: { S: window } },
      UpdateExpression: 'SET #expiry = :expiry ADD #used :wanted',
      ConditionExpression: 'attribute_not_exists(#used) OR #used <= :most',
      ExpressionAttributeNames: { '#used': 'used', '#expiry': expiryName },
      ExpressionAttributeValues: {
        ':wanted': { N: String(wanted) },
        ':most': { N: String(limit - wanted) },
        ':expiry': { N: String(epochSeconds(settings.clock.now()) + keptSeconds) },
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }));
    return 'taken';
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused') throw error;
    return Number(failure.found?.used?.N ?? limit);
  }
};
