import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB speaks it. */
export type Item = Record<string, AttributeValue>;

/** The few kinds of value our items hold. */
export type Plain = string | number | boolean | Uint8Array;

export const toAttribute = (value: Plain): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  return { B: value };
};

/** Attributes with a value; absent ones are left out. */
export const toItem = (fields: Record<string, Plain | undefined>): Item => {
  const item: Item = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) item[name] = toAttribute(value);
  return item;
};

/** Plain values by name, for a schema to check; kinds we never write come through as they are. */
export const fromItem = (item: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromAttribute(value)]));

const fromAttribute = (value: AttributeValue): unknown => {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.B !== undefined) return value.B;
  return value;
};
