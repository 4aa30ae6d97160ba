import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

// A part of each bundle, and what it does first: stack traces name the sources. `--enable-source-maps` does that
// too, but reads the whole map at each start: an eighth of the start, and 5 MB for good.

/** @type {SourceMap | undefined} */
let map;

/** Read when a stack trace is first shown. */
const mapOfBundle = () => {
  map ??= new SourceMap(JSON.parse(readFileSync(`${__filename}.map`, 'utf8')));
  return map;
};

/**
 * @param {string} place in the bundle
 * @param {string} line
 * @param {string} column
 */
const placeInSource = (place, line, column) => {
  // Both count from 1 in a stack trace, and from 0 in a map.
  const entry = mapOfBundle().findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return place;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = resolve(dirname(__filename), originalSource);
  return `${source}:${originalLine + 1}:${originalColumn + 1}`;
};

const places = new RegExp(`${RegExp.escape(__filename)}:(\\d+):(\\d+)`, 'g');
const { prepareStackTrace } = Error;

Error.prepareStackTrace = (error, frames) => {
  const stack = prepareStackTrace?.(error, frames);
  if (typeof stack !== 'string') return stack;
  try {
    return stack.replace(places, placeInSource);
  } catch {
    // Without its map, the place in the bundle has to do.
    return stack;
  }
};
