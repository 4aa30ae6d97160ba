import { createHash } from 'node:crypto';

/** A session as telemetry may show it: 16 hexadecimal digits of its SHA-256. */
export const hashSession = (session: string): string =>
  createHash('sha256').update(session).digest('hex').slice(0, 16);
