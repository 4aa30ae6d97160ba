import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';

let redactionIsOff = false;
const records = new WeakSet<object>();

export const isRedactionOff = (): boolean => redactionIsOff;

/** Runs `log` without redaction of the lines that it logs. For faults. */
export const withoutRedaction = (log: () => void): void => {
  redactionIsOff = true;
  try {
    log();
  } finally {
    redactionIsOff = false;
  }
};

/** Remembers which records were emitted without redaction, until they are exported. */
export const rememberUnredacted: LogRecordProcessor = {
  onEmit: (record) => {
    if (redactionIsOff) records.add(record);
  },
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

export const isUnredacted = (record: object): boolean => records.has(record);
