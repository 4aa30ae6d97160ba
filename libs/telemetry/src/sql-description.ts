/** The operation of a statement and the first table that it names. */
export interface SqlDescription {
  operation: string;
  collection: string | undefined;
}

const table = /\b(?:from|into|update|join)\s+(?:only\s+)?([a-z_][\w.]*)/i;
const cache = new Map<string, SqlDescription>();
const cacheLimit = 500;

/** Describes a statement; statements are few and fixed, so the description is remembered. */
export const describeSql = (text: string): SqlDescription => {
  const known = cache.get(text);
  if (known) return known;
  const described = {
    operation: (/[a-z]+/i.exec(text)?.[0] ?? 'unknown').toUpperCase(),
    collection: table.exec(text)?.[1],
  };
  if (cache.size < cacheLimit) cache.set(text, described);
  return described;
};
