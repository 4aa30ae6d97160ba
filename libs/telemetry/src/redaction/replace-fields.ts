import { redactName } from './redact-name';

/** Fields with redacted names and the values of `shownValue`; returns the same object if nothing changes. */
export const replaceFields = <Value>(
  fields: Record<string, Value | undefined>,
  shownValue: (name: string, value: Value | undefined) => Value | undefined,
): Record<string, Value | undefined> => {
  let replaced = fields;
  for (const name in fields) {
    const value = fields[name];
    const shownName = redactName(name);
    const shown = shownValue(name, value);
    if (shown === value && shownName === name) continue;
    if (replaced === fields) replaced = { ...fields };
    if (shownName !== name) delete replaced[name];
    replaced[shownName] = shown;
  }
  return replaced;
};
