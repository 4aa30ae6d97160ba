import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** What only this machine's demo knows. It is kept, since stored data were made with it. */
export interface Secrets {
  /** Keys the fingerprints of card numbers in the payment ledger. */
  fingerprint: string;
}

/** Reads the secrets from a file that only its owner may read, or makes them. */
export const readSecrets = async (file: string): Promise<Secrets> => {
  const stored = parse(await readFile(file, 'utf8').catch(() => ''));
  if (stored) return stored;
  const secrets = { fingerprint: randomBytes(32).toString('base64url') };
  await writeFile(file, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  return secrets;
};

const parse = (text: string): Secrets | undefined => {
  if (text.trim() === '') return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('fingerprint' in value)) return undefined;
  return typeof value.fingerprint === 'string' ? { fingerprint: value.fingerprint } : undefined;
};
