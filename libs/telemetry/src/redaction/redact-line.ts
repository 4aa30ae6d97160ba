import { redact } from './redact';
import { redactFields } from './redact-fields';
import { isRedactionOff } from './unredacted';

/** A line of the log in JSON, as it is about to be written. */
export const redactLine = (line: string): string =>
  isRedactionOff() || redact(line) === line
    ? line
    : `${JSON.stringify(redactFields(JSON.parse(line)))}\n`;
