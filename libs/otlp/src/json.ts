import type { Type } from 'protobufjs';
import { wellFormed } from './malformed-body';
import { logsRequest, spansRequest } from './messages';

export type Signal = 'traces' | 'logs';
/** How the body of a request is encoded. */
export type BodyForm = 'protobuf' | 'json';

const names: Readonly<
  Record<Signal, { type: Type; resources: string; scopes: string; items: string }>
> = {
  traces: { type: spansRequest, resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' },
  logs: { type: logsRequest, resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' },
};

type Plain = Readonly<Record<string, unknown>>;

const plainOf = (value: unknown, name: string): Plain => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${name} must be an object`);
  return Object.fromEntries(Object.entries(value));
};

const listOf = (value: unknown, name: string): Plain[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`${name} must be a list`);
  return value.map((item) => plainOf(item, `an item of ${name}`));
};

/** OTLP writes ids in hexadecimal where JSON otherwise has base64 for bytes. */
const bytesOf = (value: unknown, name: string): Buffer => {
  if (value === undefined || value === null) return Buffer.alloc(0);
  if (typeof value !== 'string' || !/^([0-9a-f]{2})*$/i.test(value))
    throw new Error(`${name} must be hexadecimal`);
  return Buffer.from(value, 'hex');
};

const withIds = (item: Plain): Plain => ({
  ...item,
  traceId: bytesOf(item.traceId, 'traceId'),
  spanId: bytesOf(item.spanId, 'spanId'),
  ...('parentSpanId' in item && { parentSpanId: bytesOf(item.parentSpanId, 'parentSpanId') }),
});

const itemOf = (item: Plain): Plain => ({
  ...withIds(item),
  ...('links' in item && { links: listOf(item.links, 'links').map(withIds) }),
});

/**
 * The protobuf of the body of an OTLP request. Of JSON, fields that nothing here reads are left out. Throws a
 * MalformedBodyError that says which field is wrong.
 */
export const inProtobuf = (signal: Signal, body: Uint8Array, form: BodyForm): Uint8Array =>
  form === 'json' ? wellFormed(() => encoded(signal, new TextDecoder().decode(body))) : body;

const encoded = (signal: Signal, text: string): Uint8Array => {
  const { type, resources, scopes, items } = names[signal];
  const request = plainOf(JSON.parse(text), 'the body');
  const message = type.fromObject({
    resources: listOf(request[resources], resources).map((ofResource) => ({
      resource: ofResource.resource,
      scopes: listOf(ofResource[scopes], scopes).map((ofScope) => ({
        items: listOf(ofScope[items], items).map(itemOf),
      })),
    })),
  });
  return type.encode(message).finish();
};
