import type { Attributes, AttributeValue } from '@faultline/otlp';

/** A value that is no object. A number that is none was stored as null. */
type Leaf = Exclude<AttributeValue, { readonly [key: string]: AttributeValue }> | null;

const isWithin = (value: AttributeValue | null): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Attributes within attributes get the path as their name: `http.request.header`. */
export const leavesOf = (attributes: Attributes, prefix = ''): [path: string, value: Leaf][] =>
  Object.entries<AttributeValue | null>(attributes).flatMap(([key, value]) =>
    isWithin(value) ? leavesOf(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );

/** The attribute of a name or a path. */
export const valueAt = (attributes: Attributes, path: string): AttributeValue | null | undefined =>
  Object.hasOwn(attributes, path)
    ? attributes[path]
    : leavesOf(attributes).find(([each]) => each === path)?.[1];
