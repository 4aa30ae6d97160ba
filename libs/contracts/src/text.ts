import { Type } from 'typebox';

/**
 * Text that PostgreSQL can store, also within JSON: no NUL, and no half of a surrogate pair. The
 * pattern lists the allowed characters, because Python's and Rust's engines cannot express such halves.
 */
export const StorableText = Type.String({
  pattern: '^([\\u0001-\\uD7FF\\uE000-\\uFFFF]|[^\\u0000-\\uFFFF])*$',
});

/**
 * An id that we have issued. Not `format: 'uuid'`, which also accepts the prefix `urn:uuid:`, unlike
 * PostgreSQL.
 */
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
