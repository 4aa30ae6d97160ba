import type { Resource } from '@opentelemetry/resources';
import { OtlpWriter } from './otlp-writer';

const scope = '@faultline/telemetry';

/**
 * Wraps encoded items of one signal as an export request: resource → scope → items, in which the
 * requests for spans and for log records have the same field numbers.
 */
export const envelope = (resource: Resource): ((items: Buffer) => Buffer) => {
  const resourceBytes = written((writer) => {
    const start = writer.open(1);
    writer.attributes(1, resource.attributes);
    writer.close(start);
  });
  const scopeBytes = written((writer) => {
    const start = writer.open(1);
    writer.text(1, scope);
    writer.close(start);
  });
  return (items) => delimited(1, [resourceBytes, delimited(2, [scopeBytes, items])]);
};

const written = (write: (writer: OtlpWriter) => void): Buffer => {
  const writer = new OtlpWriter();
  write(writer);
  return writer.take();
};

/** A message of any length: five bytes hold 32 bits. */
const delimited = (field: number, parts: readonly Buffer[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const septets = [0, 7, 14, 21].map((shift) => ((length >>> shift) & 0x7f) | 0x80);
  const header = Buffer.from([(field << 3) | 2, ...septets, length >>> 28]);
  return Buffer.concat([header, ...parts]);
};
