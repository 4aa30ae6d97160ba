import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { SavedTarget } from '@faultline/evidence';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

/*
 * The file of a target's metrics: `FLMH`, a version, the CRC-32 of the rest, and the rest as V8 serializes it.
 */
const magic = 'FLMH';
const version = 1;
const headerBytes = 12;

/** The file cannot be used; the message says why. */
export class SavedHistoryError extends Error {
  override readonly name = 'SavedHistoryError';
}

const Times = Type.Refine(Type.Unsafe<Float64Array>({}), (value) => value instanceof Float64Array);
const Flags = Type.Refine(Type.Unsafe<Uint8Array>({}), (value) => value instanceof Uint8Array);
const Differences = Type.Refine(
  Type.Unsafe<Float32Array>({}),
  (value) => value instanceof Float32Array,
);
const Ring = Type.Object({ times: Times, readable: Flags, count: Type.Integer({ minimum: 0 }) });
const Saved = Type.Object({
  recent: Ring,
  older: Ring,
  series: Type.Array(
    Type.Object({
      name: Type.String(),
      labels: Type.Record(Type.String(), Type.String()),
      recent: Times,
      older: Differences,
      base: Type.Number(),
      last: Type.Integer(),
      lastOlder: Type.Integer(),
    }),
  ),
});

/** The contents of a file, in parts: a copy of several megabytes less. */
export const encodeHistory = (saved: SavedTarget): Uint8Array[] => {
  const body = serialize(saved);
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 'latin1');
  header.writeUInt32LE(version, 4);
  header.writeUInt32LE(crc32(body), 8);
  return [header, body];
};

/** Throws a SavedHistoryError if the file is damaged, or of another version. */
export const decodeHistory = (file: Buffer): SavedTarget => {
  if (file.length < headerBytes || file.toString('latin1', 0, 4) !== magic)
    throw new SavedHistoryError('it is no file of metrics');
  const found = file.readUInt32LE(4);
  if (found !== version)
    throw new SavedHistoryError(`it has version ${found}, and this console reads ${version}`);
  const body = file.subarray(headerBytes);
  if (crc32(body) !== file.readUInt32LE(8)) throw new SavedHistoryError('it is damaged');
  const saved: unknown = deserialize(body);
  if (!Check(Saved, saved)) throw new SavedHistoryError('it has another shape');
  return saved;
};
