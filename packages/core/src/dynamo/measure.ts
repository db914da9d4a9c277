import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What requests have cost since the last `reset`: round trips, read units, write units. */
export interface UnitCount {
  requests: number;
  reads: number;
  writes: number;
  reset(): void;
}

const readCommands = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'TransactGetItemsCommand']);

/** Counts the capacity of every kind of request this client has not made yet. For tests and benches. */
export const countUnits = (client: DynamoDBClient): UnitCount => {
  const count: UnitCount = {
    requests: 0,
    reads: 0,
    writes: 0,
    reset: () => {
      count.requests = 0;
      count.reads = 0;
      count.writes = 0;
    },
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      const units = unitsOf((answer.output as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] }).ConsumedCapacity);
      count.requests += 1;
      count[readCommands.has(context.commandName ?? '') ? 'reads' : 'writes'] += units;
      return answer;
    },
    { step: 'initialize', name: 'countUnits' },
  );
  return count;
};

const unitsOf = (capacity: ConsumedCapacity | ConsumedCapacity[] | undefined): number =>
  [capacity ?? []].flat().reduce((sum, { CapacityUnits: units = 0 }) => sum + units, 0);
