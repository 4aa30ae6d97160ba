import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { JaegerQuestion } from '../dashboards/traceql';
import { type Backend, startTool } from './tool';

export interface JaegerSpan {
  service: string;
  name: string;
}

export interface Jaeger extends Backend {
  /** Where it takes spans by OTLP/HTTP. */
  tracesUrl: string;
  /** The spans of a trace; none while it is not known. */
  trace(traceId: string): Promise<JaegerSpan[]>;
  /** How many of the latest traces have such a span. */
  count(question: JaegerQuestion): Promise<number>;
}

const Span = Type.Object({
  operationName: Type.String(),
  processID: Type.String(),
  tags: Type.Array(Type.Object({ key: Type.String(), value: Type.Unknown() })),
});
const Process = Type.Object({ serviceName: Type.String() });
const Traces = Type.Object({
  data: Type.Array(
    Type.Object({
      spans: Type.Array(Span),
      processes: Type.Record(Type.String(), Process),
    }),
  ),
});

const configuration = (ports: Readonly<Record<'query' | 'queryGrpc' | 'otlp', number>>) => ({
  extensions: {
    jaeger_storage: { backends: { memory: { memory: { max_traces: 10_000 } } } },
    jaeger_query: {
      storage: { traces: 'memory' },
      http: { endpoint: `127.0.0.1:${ports.query}` },
      grpc: { endpoint: `127.0.0.1:${ports.queryGrpc}` },
    },
  },
  receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${ports.otlp}` } } } },
  exporters: { jaeger_storage_exporter: { trace_storage: 'memory' } },
  service: {
    extensions: ['jaeger_storage', 'jaeger_query'],
    pipelines: { traces: { receivers: ['otlp'], exporters: ['jaeger_storage_exporter'] } },
    telemetry: { metrics: { level: 'none' } },
  },
});

export const startJaeger = async (): Promise<Jaeger> => {
  const { addresses, ...backend } = await startTool(async () => {
    const ports = { query: await freePort(), queryGrpc: await freePort(), otlp: await freePort() };
    const url = `http://127.0.0.1:${ports.query}`;
    return {
      command: 'jaeger',
      configuration: () => JSON.stringify(configuration(ports)),
      arguments: (file) => ['--config', file],
      readyUrl: `${url}/api/services`,
      addresses: { url, tracesUrl: `http://127.0.0.1:${ports.otlp}/v1/traces` },
    };
  });
  return {
    ...backend,
    count: async ({ service, tags, minDuration, present }) => {
      const parameters = new URLSearchParams({
        service,
        limit: '1000',
        ...(minDuration !== undefined && { minDuration }),
      });
      const response = await fetch(`${addresses.url}/api/traces?${parameters}`);
      if (!response.ok) throw new Error(`Jaeger: ${await response.text()}`);
      const { data } = Parse(Traces, await response.json());
      // Its search knows only attributes, not what it shows of kind and status as tags.
      return data.filter(({ spans, processes }) =>
        spans.some((span) => {
          const own = new Map(span.tags.map(({ key, value }) => [key, String(value)]));
          return (
            processes[span.processID]?.serviceName === service &&
            present.every((name) => own.has(name)) &&
            Object.entries(tags).every(([name, value]) => own.get(name) === value)
          );
        }),
      ).length;
    },
    tracesUrl: addresses.tracesUrl,
    trace: async (traceId) => {
      const response = await fetch(`${addresses.url}/api/traces/${traceId}`);
      if (!response.ok) return [];
      const { data } = Parse(Traces, await response.json());
      return data.flatMap(({ spans, processes }) =>
        spans.map(({ operationName, processID }) => ({
          service: processes[processID]?.serviceName ?? '',
          name: operationName,
        })),
      );
    },
  };
};
