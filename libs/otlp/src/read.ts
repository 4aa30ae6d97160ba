import type { Type } from 'protobufjs';

export type AttributeValue =
  | string
  | number
  | boolean
  | AttributeValue[]
  | { readonly [key: string]: AttributeValue };
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A decoded message as plain data: 64-bit numbers and bytes (in base64) are strings. */
type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number => Number(value ?? 0);

/** Converts bytes from base64 to hexadecimal, in which ids are written. */
export const hexOf = (value: unknown): string =>
  Buffer.from(textOf(value), 'base64').toString('hex');

/** Milliseconds since 1970, from nanoseconds as text. */
export const millisecondsOf = (value: unknown): number =>
  Number(BigInt(textOf(value) || '0') / 1000n) / 1000;

export const listOf = (value: unknown): Plain[] =>
  Array.isArray(value) ? value.filter(isPlain) : [];

export const partOf = (value: unknown): Plain => (isPlain(value) ? value : {});

/** SQLite reads JSON of up to 1,000 levels; no value means anything that is nested as deep as this. */
const maxDepth = 32;

/** Throws if the value is nested too deep. NaN and infinity, which JSON does not have, become text, as in OTLP's own JSON. */
export const anyValueOf = (any: unknown, depth = 0): AttributeValue => {
  if (depth > maxDepth) throw new Error(`a value is nested more than ${maxDepth} deep`);
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue } = partOf(any);
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (intValue !== undefined) return Number(intValue);
  if (typeof doubleValue === 'number')
    return Number.isFinite(doubleValue) ? doubleValue : String(doubleValue);
  if (kvlistValue !== undefined) return attributesOf(partOf(kvlistValue).values, depth + 1);
  return listOf(partOf(arrayValue).values).map((each) => anyValueOf(each, depth + 1));
};

/** Throws if a key occurs twice: OTLP forbids that, and backends interpret it differently. */
export const attributesOf = (pairs: unknown, depth = 0): Attributes => {
  const attributes = new Map<string, AttributeValue>();
  for (const { key, value } of listOf(pairs)) {
    const name = textOf(key);
    if (attributes.has(name)) throw new Error(`attribute ${name} is there twice`);
    attributes.set(name, anyValueOf(value, depth));
  }
  return Object.fromEntries(attributes);
};

/** A decoded span or log record, and the attributes of its resource. */
export interface Item {
  resource: Attributes;
  item: Plain;
}

/** All items of an export request. Throws if `body` is not a message of this type. */
export const itemsOf = (type: Type, body: Uint8Array): Item[] => {
  const request: Plain = type.toObject(type.decode(body), { longs: String, bytes: String });
  return listOf(request.resources).flatMap(({ resource, scopes }) => {
    const attributes = attributesOf(partOf(resource).attributes);
    const items = listOf(scopes).flatMap((scope) => listOf(scope.items));
    return items.map((item) => ({ resource: attributes, item }));
  });
};
