import { termOf } from '@faultline/contracts/console/search-terms';

type Value = string | number | boolean;

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\s+|[^\s"'()]+|./gs;
const operator = /^(?:AND|OR|NOT)$/;

/** The terms of a query that all must hold, of which one may be in brackets; undefined if it has operators. */
const termsOf = (query: string): string[] | undefined => {
  const terms: string[] = [];
  let term = '';
  let depth = 0;
  for (const [token] of `${query} `.matchAll(tokens)) {
    if (depth === 0 && token.trim() === '') {
      if (term !== '') terms.push(term);
      term = '';
      continue;
    }
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    term += token;
  }
  return term !== '' || terms.some((each) => operator.test(each)) ? undefined : terms;
};

/** Whether a query asks for a value. */
export const asksFor = (query: string, key: string, value: Value): boolean =>
  termsOf(query)?.includes(termOf(key, value)) ?? false;

/** A query that also asks for a value, or that leaves it out. */
export const narrowed = (query: string, key: string, value: Value, exclude = false): string => {
  const term = termOf(key, value);
  const [next, opposite] = exclude ? [`-${term}`, term] : [term, `-${term}`];
  const terms = termsOf(query) ?? [`(${query.trim()})`];
  if (terms.includes(next)) return query;
  return [...terms.filter((each) => each !== opposite), next].join(' ');
};
