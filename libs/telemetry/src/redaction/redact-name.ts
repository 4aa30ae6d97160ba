import { redact } from './redact';

/** 22 characters of base64url, the format of session ids. */
const sessionSized = /(?<![\w-])[\w-]{22}(?![\w-])/g;

/** Names in camelCase, snake_case or kebab-case, which no session id has by chance. */
const words = /^(?:[a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[_-][a-z]+)*|[A-Z]+(?:_[A-Z]+)*)$/;

const redactSession = (text: string): string => (words.test(text) ? text : '[session]');

/** A cache of harmless names, because code uses the same few names repeatedly. */
const harmless = new Set<string>();
const maxHarmless = 1000;
const longestHarmless = 64;

/**
 * Redacts possible card numbers, e-mail addresses and session ids in the name of a field or an
 * attribute. Clients that send JSON choose the names in it.
 */
export const redactName = (name: string): string => {
  if (harmless.has(name)) return name;
  const shown = redact(name).replace(sessionSized, redactSession);
  if (shown === name && name.length <= longestHarmless) {
    if (harmless.size >= maxHarmless) harmless.clear();
    harmless.add(name);
  }
  return shown;
};
