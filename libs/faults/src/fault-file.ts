import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { parseDocument, stringify } from 'yaml';
import { type FaultKey, faultKeys, isFaultKey } from './fault-keys';
import { type SwitchedFault, switchedInFile } from './switched';

/** The file is invalid; the message names the fault and the setting. */
export class FaultFileError extends Error {
  override readonly name = 'FaultFileError';
}

const secondsToMoment = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** Renders the file in which exactly these faults are on. */
export const renderFaults = (on: readonly SwitchedFault[]): string =>
  stringify(
    Object.fromEntries(
      on.map(({ key, settings, version, session, until }) => [
        key,
        {
          ...settings,
          ...(version !== undefined && { version }),
          ...(session !== undefined && { session }),
          ...(until !== undefined && { until: secondsToMoment(until) }),
        },
      ]),
    ),
  );

const given = Type.Union([Type.Literal(true), Type.Record(Type.String(), Type.Unknown())]);

/**
 * Parses a file in YAML or JSON, a map from the keys of faults to their settings, or `true`. Returns the faults
 * that have not ended, in the order of the catalogue. Throws a FaultFileError if any entry is invalid.
 */
export const readFaults = (text: string, now = Date.now()): SwitchedFault[] => {
  const entries = parse(text);
  for (const key of Object.keys(entries))
    if (!isFaultKey(key)) throw new FaultFileError(`There is no fault ${key}`);
  return faultKeys
    .filter((key) => Object.hasOwn(entries, key))
    .map((key) => readFault(key, entries[key]))
    .filter(({ until }) => until === undefined || until * 1000 > now);
};

const parse = (text: string): Record<string, unknown> => {
  const file = parseYaml(text) ?? {};
  if (Value.Check(Type.Record(Type.String(), Type.Unknown()), file)) return file;
  throw new FaultFileError('The file must be a list of faults, each with its settings');
};

const parseYaml = (text: string): unknown => {
  const document = parseDocument(text);
  try {
    for (const error of document.errors) throw error;
    return document.toJS();
  } catch (error) {
    throw new FaultFileError(
      `The file is no YAML: ${error instanceof Error ? error.message : error}`,
    );
  }
};

const readFault = (key: FaultKey, entry: unknown): SwitchedFault => {
  if (!Value.Check(given, entry))
    throw new FaultFileError(`${key} must be true, or its settings such as { until: … }`);
  try {
    return switchedInFile(key, entry === true ? {} : entry);
  } catch (error) {
    throw new FaultFileError(`${key}: ${error instanceof Error ? error.message : error}`);
  }
};
