import { redact } from './redact';
import { redactFields } from './redact-fields';
import { isRedactionOff } from './unredacted';

/** Redacts a log line in JSON before it is written. */
export const redactLine = (line: string): string =>
  isRedactionOff() || redact(line) === line
    ? line
    : `${JSON.stringify(redactFields(JSON.parse(line)))}\n`;
