import type { BatchGetItemCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** `answer_lost`: carried out, but nobody hears. `never_arrives`: neither. `throttled`: refused for now. */
export type Fault = 'answer_lost' | 'never_arrives' | 'throttled' | 'server_error';

const faultError = (fault: Fault): Error => {
  switch (fault) {
    case 'answer_lost':
    case 'never_arrives':
      return Object.assign(new Error('a time-out, for the test'), { name: 'TimeoutError' });
    case 'throttled':
      return Object.assign(new Error('too fast, for the test'), {
        name: 'ProvisionedThroughputExceededException',
        $fault: 'client',
        $metadata: { httpStatusCode: 400 },
      });
    case 'server_error':
      return Object.assign(new Error('a server fault, for the test'), {
        name: 'InternalServerError',
        $fault: 'server',
        $metadata: { httpStatusCode: 500 },
      });
  }
};

/** Makes the next `times` attempts of one command fail, inside the client's own retries. */
export const injectFault = (client: DynamoDBClient, commandName: string, fault: Fault, times: number): void => {
  let left = times;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== commandName || left === 0) return next(args);
      left -= 1;
      if (fault === 'answer_lost') await next(args);
      throw faultError(fault);
    },
    { step: 'deserialize', priority: 'high' },
  );
};

/** Serves only the first key of each of the next `times` batches and hands the rest back unprocessed. */
export const serveOneKey = (client: DynamoDBClient, times: number): void => {
  let left = times;
  client.middlewareStack.add(
    (next) => async (args) => {
      const { RequestItems: wanted } = args.input as BatchGetItemCommandInput;
      const [table, { Keys: [first, ...rest] = [], ...options } = {}] = Object.entries(wanted ?? {})[0] ?? [];
      if (table === undefined || first === undefined || rest.length === 0 || left === 0) return next(args);
      left -= 1;
      const answer = await next({ ...args, input: { RequestItems: { [table]: { ...options, Keys: [first] } } } });
      Object.assign(answer.output, { UnprocessedKeys: { [table]: { ...options, Keys: rest } } });
      return answer;
    },
    { step: 'initialize' },
  );
};
