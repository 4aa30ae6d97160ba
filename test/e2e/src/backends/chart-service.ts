import { resolve } from 'node:path';
import { type ProcessForTest, startProcessForTest } from '@faultline/service/testing';

const apiGateway = resolve(__dirname, '../../../../apps/api-gateway');

/** The same address at another host. */
export const movedTo = (url: string, address: string): string => {
  const { pathname } = new URL(address);
  return `${url}${pathname === '/' ? '' : pathname}`;
};

/**
 * Starts api-gateway, which needs no store, with exactly the variables that the chart gives it, but for its ports and the
 * file of faults. What it sends goes to another host, and keeps its path.
 */
export const startChartService = async (
  variables: Readonly<Record<string, string>>,
  backend: string,
): Promise<ProcessForTest> => {
  const { PORT: _port, ADMIN_PORT: _adminPort, FAULTS_FILE: _faults, ...own } = variables;
  const environment = Object.entries(own).map(([name, value]) => [
    name,
    /^OTEL_EXPORTER_OTLP_.*ENDPOINT$/.test(name) ? movedTo(backend, value) : value,
  ]);
  const service = await startProcessForTest({
    arguments: ['dist/main.js'],
    cwd: apiGateway,
    environment: Object.fromEntries(environment),
  });
  await service.untilReady();
  return service;
};
