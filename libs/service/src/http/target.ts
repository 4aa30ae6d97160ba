import type { Call } from '@faultline/contracts';
import type { TSchema } from 'typebox';

/** The path and query of a call: `:name` parameters filled in and encoded. */
export const targetOf = ({ route, path = {}, query = {} }: Call<TSchema>): string => {
  const filled = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`the call to ${route} lacks its parameter ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
};
