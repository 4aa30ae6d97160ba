import { hash } from 'node:crypto';

/** The maximum number of cached hashes. */
const remembered = 1000;
const known = new Map<string, string>();

/** The hash of a session in telemetry: 16 hexadecimal digits of its SHA-256. */
export const hashSession = (session: string): string => {
  const hashed = known.get(session) ?? hash('sha256', session).slice(0, 16);
  if (known.size >= remembered) known.clear();
  known.set(session, hashed);
  return hashed;
};
