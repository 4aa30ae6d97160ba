import { describe, expect, it } from 'vitest';
import { countSpans } from '../src/hops/count-spans';

/** A protobuf field with a length, shorter than 128 bytes. */
const field = (number: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, content.length]), content]);
const bytes = (...values: number[]): Buffer => Buffer.from(values);

describe('the spans of an export', () => {
  it('are counted over all resources and scopes, whatever else stands there', () => {
    const span = field(2, bytes(0xff, 0x07, 0x00));
    const scope = field(1, bytes(1, 2, 3));
    const address = field(3, Buffer.from('https://schema.test'));
    const scopeSpans = (...spans: Buffer[]) => field(2, Buffer.concat([scope, ...spans, address]));
    const resource = field(1, bytes(9, 9));
    const message = Buffer.concat([
      field(1, Buffer.concat([resource, scopeSpans(span, span), scopeSpans(span)])),
      field(1, Buffer.concat([resource, scopeSpans(), address])),
      field(1, scopeSpans(span)),
    ]);
    expect(countSpans(message)).toBe(4);
  });

  it('are none in an empty export', () => {
    expect(countSpans(Buffer.alloc(0))).toBe(0);
  });

  it('may be longer than a length of one byte can say', () => {
    const long = Buffer.concat([bytes(2 * 8 + 2, 0xac, 0x02), Buffer.alloc(300)]);
    const scopeSpans = Buffer.concat([bytes(2 * 8 + 2, 0xaf, 0x02), long]);
    expect(scopeSpans.length).toBe(306);
    expect(countSpans(Buffer.concat([bytes(8 + 2, 0xb2, 0x02), scopeSpans]))).toBe(1);
  });

  it('are not guessed from something that is no export', () => {
    expect(() => countSpans(bytes(8, 1))).toThrow('unexpected wire type');
  });
});
