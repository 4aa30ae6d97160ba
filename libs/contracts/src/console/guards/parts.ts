import {
  arrayOf,
  type Guard,
  isBoolean,
  isInteger,
  isText,
  objectOf,
  optional,
} from '../../guards';
import type { Attributes, List } from '..';

export const isNumber = (value: unknown): value is number => Number.isFinite(value);

export const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || isNumber(value);

export const oneOf =
  <const Value extends string>(...values: readonly Value[]): Guard<Value> =>
  (value): value is Value =>
    values.some((known) => known === value);

export const either =
  <One, Other>(isOne: Guard<One>, isOther: Guard<Other>): Guard<One | Other> =>
  (value): value is One | Other =>
    isOne(value) || isOther(value);

export const recordOf =
  <Value>(isValue: Guard<Value>): Guard<Record<string, Value>> =>
  (value): value is Record<string, Value> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isValue);

export const searched = { searchedSince: optional(isNumber) };

export const page = {
  total: isInteger,
  truncated: isBoolean,
  next: optional(isText),
  keptSince: optional(isNumber),
  ...searched,
};

export const listOf = <Item>(isItem: Guard<Item>): Guard<List<Item>> =>
  objectOf<List<Item>>({ items: arrayOf(isItem), ...page });

export const isAttributeValue = either(either(isText, isNumber), isBoolean);
export const isAttributes: Guard<Attributes> = recordOf(isAttributeValue);

export const range = { from: isNumber, to: isNumber };
export const red = {
  rate: optional(isNumber),
  errorShare: optional(isNumber),
  p95: optional(isNumber),
};
export const isState = oneOf('green', 'amber', 'red', 'unknown');
export const isNovelty = oneOf('new', 'gone', 'known');
