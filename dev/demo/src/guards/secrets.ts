import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';

/** The secrets of this machine's demo. They are stored, because the stored data depend on them. */
const Secrets = Type.Object({
  /** Keys the fingerprints of card numbers in the payment ledger. */
  fingerprint: Type.String(),
});
export type Secrets = Static<typeof Secrets>;

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
  return Check(Secrets, value) ? value : undefined;
};
