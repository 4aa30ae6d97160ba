import { redact } from './redact';

/** 22 characters of base64url, as a session id has them. */
const sessionSized = /(?<![\w-])[\w-]{22}(?![\w-])/g;

/** Words as code spells them: camelCase, snake_case or kebab-case. No session id looks like that by chance. */
const words = /^(?:[a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[_-][a-z]+)*|[A-Z]+(?:_[A-Z]+)*)$/;

const redactSession = (text: string): string => (words.test(text) ? text : '[session]');

/** Names that hide nothing. Code uses a few over and over, and to look one up costs least. */
const harmless = new Set<string>();
const maxHarmless = 1000;
const longestHarmless = 64;

/**
 * The name of a field or an attribute as telemetry may show it: without what may be a card number, an e-mail
 * address or a session id. Whoever sends JSON chooses the names in it.
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
