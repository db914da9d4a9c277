import * as fc from 'fast-check';
import type * as z from 'zod';

/** Arbitraries for single schemas, found by identity, before the walk looks inside. */
export type Known = ReadonlyMap<unknown, fc.Arbitrary<unknown>>;

interface Definition {
  type: string;
  shape: Record<string, z.ZodType>;
  innerType: z.ZodType;
  element: z.ZodType;
  entries: Record<string, string>;
  valueType: z.ZodType;
}

/** Characters that a packed line gives a meaning to, among others. */
const awkward = fc.string({ unit: fc.constantFrom('a', 'Z', '2', 'd', '-', ' ', '%', '\n', '?', '&', '=', '+', '.', '\u0000', 'é', '🌱') });

/**
 * Every value a zod schema takes, found by walking it: a field added to the schema is generated from
 * then on, so a codec that forgets it is found out.
 */
export const arbitraryOf = (schema: z.ZodType, known: Known): fc.Arbitrary<unknown> => {
  const special = known.get(schema);
  if (special !== undefined) return special;
  const definition = schema._zod.def as unknown as Definition;
  switch (definition.type) {
    case 'object':
      return arbitraryObject(definition.shape, known);
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return arbitraryText(schema as z.ZodString);
    case 'number':
      return arbitraryNumber(schema as z.ZodNumber);
    case 'array':
      return fc.array(arbitraryOf(definition.element, known), { maxLength: maxOf(schema) ?? 3 });
    case 'record':
      return fc.dictionary(fc.stringMatching(/^[a-z%&=?+ -]{1,6}$/), arbitraryOf(definition.valueType, known), {
        noNullPrototype: true,
        maxKeys: 3,
      });
    default:
      throw new Error(`no arbitrary for a ${definition.type} yet`);
  }
};

const arbitraryObject = (shape: Record<string, z.ZodType>, known: Known): fc.Arbitrary<unknown> => {
  const fields = Object.entries(shape).map(([name, schema]) => {
    const definition = schema._zod.def as unknown as Definition;
    const isOptional = definition.type === 'optional';
    return { name, isOptional, values: arbitraryOf(isOptional ? definition.innerType : schema, known) };
  });
  return fc.record(Object.fromEntries(fields.map(({ name, values }) => [name, values])), {
    requiredKeys: fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
    noNullPrototype: true,
  });
};

const maxOf = (schema: z.ZodType): number | undefined => schema._zod.bag.maximum as number | undefined;

/** Texts of a set length hold ids and hashes: ASCII. zod counts characters where `length` counts halves of them. */
const arbitraryText = (schema: z.ZodString): fc.Arbitrary<string> => {
  const { minLength: least, maxLength: most } = schema;
  if (least !== null && least > 0) return fc.string({ unit: 'grapheme-ascii', minLength: least, maxLength: most ?? least + 8 });
  return fc.oneof(awkward, fc.string({ unit: 'grapheme' })).map((text) => cut(text, most ?? 40));
};

/** Never through the middle of a character: half a pair does not survive UTF-8. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

const arbitraryNumber = (schema: z.ZodNumber): fc.Arbitrary<number> =>
  fc.integer({ min: schema.minValue ?? 0, max: Math.min(schema.maxValue ?? 1000, 100_000) });
