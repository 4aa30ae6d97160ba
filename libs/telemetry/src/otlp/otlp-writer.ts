/** Longer texts are cut, in characters: what matters of a stack trace stands at its beginning. */
const longestText = 8192;
/** A length is written before what it measures is known, so it gets three bytes (2 MB) at once. */
const lengthBytes = 3;
const startBytes = 64 * 1024;

const wireType = { varint: 0, fixed64: 1, delimited: 2 } as const;

/**
 * Writes messages of OTLP 1.x in protobuf, by the field numbers of opentelemetry-proto, into one
 * growing buffer. Varints may be longer than they need to be, which protobuf allows.
 */
export class OtlpWriter {
  #bytes = Buffer.allocUnsafe(startBytes);
  #end = 0;

  get length(): number {
    return this.#end;
  }

  /** Everything that was written since the last time. */
  take(): Buffer {
    const written = Buffer.from(this.#bytes.subarray(0, this.#end));
    this.#end = 0;
    return written;
  }

  /** Opens a message; what `close` gets. */
  open(field: number): number {
    this.#reserve(16);
    this.#tag(field, wireType.delimited);
    this.#end += lengthBytes;
    return this.#end;
  }

  close(start: number): void {
    const length = this.#end - start;
    this.#bytes[start - 3] = (length & 0x7f) | 0x80;
    this.#bytes[start - 2] = ((length >>> 7) & 0x7f) | 0x80;
    this.#bytes[start - 1] = length >>> 14;
  }

  /** A small positive number: a kind, a code. */
  small(field: number, value: number): void {
    this.#reserve(16);
    this.#tag(field, wireType.varint);
    this.#varint(value);
  }

  /** Bytes that are written in hexadecimal: ids. */
  hex(field: number, value: string): void {
    this.#reserve(16 + value.length);
    this.#tag(field, wireType.delimited);
    this.#varint(value.length / 2);
    this.#end += this.#bytes.write(value, this.#end, 'hex');
  }

  /** A time, from milliseconds since 1970. */
  time(field: number, milliseconds: number): void {
    this.#reserve(16);
    this.#tag(field, wireType.fixed64);
    const whole = Math.floor(milliseconds);
    const nanoseconds = Math.round((milliseconds - whole) * 1e6);
    this.#bytes.writeBigUInt64LE(BigInt(whole) * 1_000_000n + BigInt(nanoseconds), this.#end);
    this.#end += 8;
  }

  text(field: number, text: string): void {
    const value = text.length > longestText ? text.slice(0, longestText) : text;
    this.#reserve(16 + value.length * 3);
    const start = this.open(field);
    this.#utf8(value);
    this.close(start);
  }

  /** Key-value pairs; those without a value are left out. */
  attributes(
    field: number,
    attributes: Readonly<Record<string, unknown>>,
    without?: ReadonlySet<string>,
  ): void {
    for (const key in attributes) {
      const value = attributes[key];
      if (value === undefined || value === null || without?.has(key)) continue;
      const pair = this.open(field);
      this.text(1, key);
      this.value(2, value);
      this.close(pair);
    }
  }

  /** An `AnyValue`; what it has no kind for becomes text. */
  value(field: number, value: unknown): void {
    const start = this.open(field);
    if (typeof value === 'string') this.text(1, value);
    else if (typeof value === 'boolean') this.small(2, Number(value));
    else if (typeof value === 'number') this.#number(value);
    else if (Array.isArray(value)) this.#list(value);
    else if (typeof value === 'object' && value !== null) this.#map(value);
    else this.text(1, String(value));
    this.close(start);
  }

  #list(values: readonly unknown[]): void {
    const start = this.open(5);
    for (const value of values) this.value(1, value);
    this.close(start);
  }

  #map(values: object): void {
    const start = this.open(6);
    this.attributes(1, { ...values });
    this.close(start);
  }

  #number(value: number): void {
    this.#reserve(16);
    if (Number.isSafeInteger(value) && value >= 0) {
      this.#tag(3, wireType.varint);
      this.#varint(value);
    } else {
      this.#tag(4, wireType.fixed64);
      this.#bytes.writeDoubleLE(value, this.#end);
      this.#end += 8;
    }
  }

  #utf8(text: string): void {
    // Up to here a loop is faster than the way into native code.
    if (text.length > 40) {
      this.#end += this.#bytes.write(text, this.#end, 'utf8');
      return;
    }
    const start = this.#end;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) {
        this.#end = start + this.#bytes.write(text, start, 'utf8');
        return;
      }
      this.#bytes[start + index] = code;
    }
    this.#end = start + text.length;
  }

  #tag(field: number, type: number): void {
    this.#bytes[this.#end] = (field << 3) | type;
    this.#end += 1;
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#end] = (rest % 0x80) | 0x80;
      this.#end += 1;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#end] = rest;
    this.#end += 1;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#end + bytes));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
