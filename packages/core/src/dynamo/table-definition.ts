import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** Key attributes of the one table. Nothing else is ever a key, so nothing else is declared. */
export const keyNames = { partition: 'pk', sort: 'sk' } as const;

/** The sparse index of people something is due for; both attributes are absent while nothing is. */
export const wakeIndex = { name: 'wake', partition: 'q', sort: 'u' } as const;

/** Epoch seconds after which an item may be swept. DynamoDB sweeps days late: compare on read too (P5). */
export const expiryName = 'x';

/**
 * The one table, as CreateTable wants it; the deployment and the local engine build from this.
 * KEYS_ONLY: an index of whole records would double every write.
 */
export const tableDefinition = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: keyNames.partition, AttributeType: 'S' },
    { AttributeName: keyNames.sort, AttributeType: 'S' },
    { AttributeName: wakeIndex.partition, AttributeType: 'S' },
    { AttributeName: wakeIndex.sort, AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: keyNames.partition, KeyType: 'HASH' },
    { AttributeName: keyNames.sort, KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: wakeIndex.name,
      KeySchema: [
        { AttributeName: wakeIndex.partition, KeyType: 'HASH' },
        { AttributeName: wakeIndex.sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
} satisfies Omit<CreateTableCommandInput, 'TableName'>;
