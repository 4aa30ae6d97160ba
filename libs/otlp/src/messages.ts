import { type INamespace, Root, type Type } from 'protobufjs';

type Fields = Record<string, [id: number, type: string, rule?: 'repeated']>;

const message = (fields: Fields) => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, [id, type, rule]]) => [
      name,
      { id, type, ...(rule && { rule }) },
    ]),
  ),
});

/** Resource → scope → items: the three levels that traces and logs share. */
const levels = (items: string, item: string) => ({
  [`${items}Request`]: message({ resources: [1, `${items}OfResource`, 'repeated'] }),
  [`${items}OfResource`]: message({
    resource: [1, 'Resource'],
    scopes: [2, `${items}OfScope`, 'repeated'],
  }),
  [`${items}OfScope`]: message({ items: [2, item, 'repeated'] }),
});

/**
 * What is read of OTLP 1.x, by the field numbers of opentelemetry-proto's common, resource, trace
 * and logs messages. Fields that are not listed are skipped, as protobuf provides.
 */
const schema: INamespace = {
  nested: {
    AnyValue: message({
      stringValue: [1, 'string'],
      boolValue: [2, 'bool'],
      intValue: [3, 'int64'],
      doubleValue: [4, 'double'],
      arrayValue: [5, 'ArrayValue'],
      kvlistValue: [6, 'KeyValueList'],
    }),
    ArrayValue: message({ values: [1, 'AnyValue', 'repeated'] }),
    KeyValueList: message({ values: [1, 'KeyValue', 'repeated'] }),
    KeyValue: message({ key: [1, 'string'], value: [2, 'AnyValue'] }),
    Resource: message({ attributes: [1, 'KeyValue', 'repeated'] }),
    ...levels('Spans', 'Span'),
    Span: message({
      traceId: [1, 'bytes'],
      spanId: [2, 'bytes'],
      parentSpanId: [4, 'bytes'],
      name: [5, 'string'],
      kind: [6, 'uint32'],
      startTimeUnixNano: [7, 'fixed64'],
      endTimeUnixNano: [8, 'fixed64'],
      attributes: [9, 'KeyValue', 'repeated'],
      events: [11, 'Event', 'repeated'],
      links: [13, 'Link', 'repeated'],
      status: [15, 'Status'],
    }),
    Link: message({ traceId: [1, 'bytes'], spanId: [2, 'bytes'] }),
    Event: message({
      timeUnixNano: [1, 'fixed64'],
      name: [2, 'string'],
      attributes: [3, 'KeyValue', 'repeated'],
    }),
    Status: message({ message: [2, 'string'], code: [3, 'uint32'] }),
    ...levels('Logs', 'LogRecord'),
    LogRecord: message({
      timeUnixNano: [1, 'fixed64'],
      severityText: [3, 'string'],
      body: [5, 'AnyValue'],
      attributes: [6, 'KeyValue', 'repeated'],
      traceId: [9, 'bytes'],
      spanId: [10, 'bytes'],
      observedTimeUnixNano: [11, 'fixed64'],
    }),
  },
};

const root = Root.fromJSON(schema);

export const spansRequest: Type = root.lookupType('SpansRequest');
export const logsRequest: Type = root.lookupType('LogsRequest');
