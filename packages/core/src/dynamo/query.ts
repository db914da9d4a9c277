import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Item } from './item.ts';

/** All items of a query, page after page (a page ends at 1 MB). */
export const queryAll = async (client: DynamoDBClient, input: QueryCommandInput): Promise<Item[]> => {
  const found: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await client.send(new QueryCommand({ ...input, ...(start && { ExclusiveStartKey: start }) }));
    found.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return found;
};

/** Items of one partition whose sort key begins with `prefix`. Partition first: one engine refuses the other order. */
export const inPartition = (
  pk: string,
  prefix: string,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'> => ({
  KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :prefix)',
  ExpressionAttributeNames: { '#partition': 'pk', '#sort': 'sk' },
  ExpressionAttributeValues: { ':partition': { S: pk }, ':prefix': { S: prefix } },
});
