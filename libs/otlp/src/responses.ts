import type { Signal } from './json';

/** Items that a receiver refused while it took the rest of their request. */
export interface Rejected {
  count: number;
  /** Why the first of them was refused. */
  reason: string;
}

export type ContentType = 'application/json' | 'application/x-protobuf';

/** A length of up to 127 is one byte. */
const maxTextBytes = 100;

const text = (field: number, content: string): Buffer => {
  const bytes = Buffer.from(content).subarray(0, maxTextBytes);
  return Buffer.concat([Buffer.from([field * 8 + 2, bytes.length]), bytes]);
};

const number = (field: number, value: number): Buffer => {
  const bytes = [field * 8];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
};

/** A google.rpc.Status in the form of the request, as OTLP asks for: field 1 is the code, field 2 the message. */
export const statusIn = (type: ContentType, status: number, message: string): object => {
  const code = status === 413 ? 8 : 3;
  if (type === 'application/json') return { code, message };
  return Buffer.concat([number(1, code), text(2, message)]);
};

const countNames = { traces: 'rejectedSpans', logs: 'rejectedLogRecords' } as const;

/** The response to what was taken; what was refused of it is field 1, which has the count as field 1, and the reason as field 2. */
export const responseIn = (
  type: ContentType,
  signal: Signal,
  rejected: Rejected | undefined,
): object => {
  if (type === 'application/json')
    return rejected
      ? {
          partialSuccess: {
            [countNames[signal]]: String(rejected.count),
            errorMessage: rejected.reason,
          },
        }
      : {};
  if (!rejected) return Buffer.alloc(0);
  const message = Buffer.concat([number(1, rejected.count), text(2, rejected.reason)]);
  return Buffer.concat([Buffer.from([10, message.length]), message]);
};
