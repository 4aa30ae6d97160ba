/** The fields that lead from an OTLP ExportTraceServiceRequest to its spans: resource_spans, scope_spans, spans. */
const pathToSpans = [1, 2, 2];

/** How many spans an export holds. Reads no more of the protobuf than it has to. */
export const countSpans = (message: Buffer): number => countAt(message, pathToSpans);

const countAt = (message: Buffer, path: readonly number[]): number => {
  const [wanted, ...deeper] = path;
  if (wanted === undefined) return 1;
  let count = 0;
  for (const { number, content } of fieldsOf(message)) {
    if (number === wanted) count += countAt(content, deeper);
  }
  return count;
};

const lengthDelimited = 2;

/** The fields of a message whose fields all have a length, as all on the way to a span do. */
function* fieldsOf(message: Buffer): Generator<{ number: number; content: Buffer }> {
  let offset = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message.readUInt8(offset);
      offset += 1;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  while (offset < message.length) {
    const tag = readVarint();
    if (tag % 8 !== lengthDelimited) throw new Error(`unexpected wire type in tag ${tag}`);
    const length = readVarint();
    yield { number: Math.floor(tag / 8), content: message.subarray(offset, offset + length) };
    offset += length;
  }
}
