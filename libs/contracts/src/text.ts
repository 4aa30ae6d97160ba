import { Type } from 'typebox';

/**
 * Text that PostgreSQL can store, also within JSON: no NUL, and no half of a surrogate pair (the
 * pattern is one of Unicode, where a whole pair is one character).
 */
export const StorableText = Type.String({ pattern: '^[^\\u0000\\uD800-\\uDFFF]*$' });

/**
 * An id that we gave out. Not `format: 'uuid'`, which also takes the prefix `urn:uuid:` that
 * PostgreSQL does not.
 */
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
});
