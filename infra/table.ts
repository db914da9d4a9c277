import { expiryName, keyNames, tableDefinition, wakeIndex } from '../packages/core/src/dynamo/table-definition';
import { isProduction } from './stage';

const types = { S: 'string', N: 'number', B: 'binary' } as const;

/** One table for everything, made of the same definition the local engine is given. */
export const table = new sst.aws.Dynamo('Table', {
  fields: Object.fromEntries(tableDefinition.AttributeDefinitions.map(({ AttributeName, AttributeType }) => [AttributeName, types[AttributeType]])),
  primaryIndex: { hashKey: keyNames.partition, rangeKey: keyNames.sort },
  globalIndexes: { [wakeIndex.name]: { hashKey: wakeIndex.partition, rangeKey: wakeIndex.sort, projection: 'keys-only' } },
  ttl: expiryName,
  deletionProtection: isProduction,
  transform: { table: { serverSideEncryption: { enabled: true }, pointInTimeRecovery: { enabled: true } } },
});

const indexArn = $interpolate`${table.arn}/index/${wakeIndex.name}`;

/** Never `link: [table]`: that grants dynamodb:* on all of it. */
export const onTable = (...actions: string[]) => ({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.arn] });
export const onWakeIndex = () => ({ actions: ['dynamodb:Query'], resources: [indexArn] });
