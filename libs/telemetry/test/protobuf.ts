type Field = Buffer | number;

/** A protobuf message: what each field number holds, in the order in which it came. */
export interface Message {
  /** Messages inside this one. */
  messages(field: number): Message[];
  text(field: number): string;
  hex(field: number): string;
  /** 0 when it is not there, which is how protobuf writes 0. */
  number(field: number): number;
}

/** Reads what has a length as bytes, and varints as numbers; fixed-size fields are passed over. */
export const decode = (bytes: Buffer): Message => {
  const fields = readFields(bytes);
  const buffers = (field: number) =>
    (fields.get(field) ?? []).filter((value): value is Buffer => value instanceof Buffer);
  return {
    messages: (field) => buffers(field).map((message) => decode(message)),
    text: (field) => buffers(field)[0]?.toString() ?? '',
    hex: (field) => buffers(field)[0]?.toString('hex') ?? '',
    number: (field) => (fields.get(field) ?? []).find((value) => typeof value === 'number') ?? 0,
  };
};

const readFields = (bytes: Buffer): Map<number, Field[]> => {
  const fields = new Map<number, Field[]>();
  let position = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes.readUInt8(position++);
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  const fixedSizes: Record<number, number> = { 1: 8, 5: 4 };
  while (position < bytes.length) {
    const tag = varint();
    const [field, wireType] = [Math.floor(tag / 8), tag % 8];
    const kept = fields.get(field) ?? [];
    fields.set(field, kept);
    if (wireType === 0) kept.push(varint());
    else if (wireType === 2) {
      const length = varint();
      kept.push(bytes.subarray(position, position + length));
      position += length;
    } else position += fixedSizes[wireType] ?? Number.NaN;
  }
  return fields;
};
