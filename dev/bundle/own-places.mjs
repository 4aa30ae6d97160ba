import { decode, encode } from '@jridgewell/sourcemap-codec';

/**
 * A source map in which our own code keeps each place, and code of packages only the file that it is from.
 * Node reads the map of a program when it first shows a stack trace, and one that knows every place of
 * every package takes 100 MB.
 *
 * @param {string} text the map as esbuild writes it
 */
export const ownPlaces = (text) => {
  const map = JSON.parse(text);
  /** @type {boolean[]} */
  const isPackage = map.sources.map((/** @type {string} */ path) => path.includes('node_modules/'));
  /** @type {number | undefined} */
  let last;
  const lines = decode(map.mappings).map((line) => {
    // A reader of maps looks for a place on its own line only.
    const begin = last !== undefined && isPackage[last] ? [startOf(0, last)] : [];
    const rest = line.flatMap((segment) => {
      const [column, source] = segment;
      const again = source === last;
      last = source;
      if (source === undefined || !isPackage[source]) return [segment];
      return again ? [] : [startOf(column, source)];
    });
    return [...begin, ...rest];
  });
  return JSON.stringify({ ...map, mappings: encode(lines) });
};

/**
 * @param {number} column
 * @param {number} source
 * @returns {import('@jridgewell/sourcemap-codec').SourceMapSegment}
 */
const startOf = (column, source) => [column, source, 0, 0];
