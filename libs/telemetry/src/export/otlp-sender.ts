import { ExportResultCode } from '@opentelemetry/core';
import {
  convertLegacyHttpOptions,
  createOtlpHttpExportDelegate,
} from '@opentelemetry/otlp-exporter-base/node-http';
import type { Signal } from './export-counts';

interface Request {
  body: Buffer;
  items: number;
}

const names = { traces: 'span', logs: 'log' } as const;

/** Sends an encoded request with so many items; resolves with whether it arrived. */
export type OtlpSender = (body: Buffer, items: number) => Promise<boolean>;

/** Whether the environment names a collector for a signal. */
export const hasCollector = (signal: Signal, environment: NodeJS.ProcessEnv): boolean =>
  Boolean(
    environment.OTEL_EXPORTER_OTLP_ENDPOINT ||
      environment[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_ENDPOINT`],
  );

/**
 * Sends as this process's environment says (`OTEL_EXPORTER_OTLP_ENDPOINT`, `…_HEADERS`, `…_TIMEOUT`,
 * `…_COMPRESSION`, …), or to `url`, and again where the collector asks for it.
 */
export const otlpSender = (signal: Signal, url?: string): OtlpSender => {
  const path = `v1/${signal}`;
  const options = convertLegacyHttpOptions(
    url === undefined ? {} : { url },
    signal.toUpperCase(),
    path,
    { 'Content-Type': 'application/x-protobuf' },
  );
  const name = names[signal];
  const delegate = createOtlpHttpExportDelegate<Request, undefined>(
    options,
    { serializeRequest: ({ body }) => body, deserializeResponse: () => undefined },
    `otlp_http_${name}_exporter`,
    { name, countItems: ({ items }) => items },
    undefined,
  );
  return (body, items) =>
    new Promise((resolve) => {
      delegate.export({ body, items }, ({ code }) => resolve(code === ExportResultCode.SUCCESS));
    });
};
