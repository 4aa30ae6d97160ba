import { hash } from 'node:crypto';

/** A session as telemetry may show it: 16 hexadecimal digits of its SHA-256. */
export const hashSession = (session: string): string => hash('sha256', session).slice(0, 16);
