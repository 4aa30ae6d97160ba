import { Type } from 'typebox';

/**
 * Text that PostgreSQL can store, also within JSON: no NUL, and no half of a surrogate pair. The
 * pattern names what is allowed: engines that know no halves (Python's, Rust's) cannot exclude them.
 */
export const StorableText = Type.String({
  pattern: '^([\\u0001-\\uD7FF\\uE000-\\uFFFF]|[^\\u0000-\\uFFFF])*$',
});

/**
 * An id that we gave out. Not `format: 'uuid'`, which also takes the prefix `urn:uuid:` that
 * PostgreSQL does not.
 */
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
