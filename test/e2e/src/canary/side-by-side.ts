import { boardQueries } from '@faultline/dashboards';
import type { ServiceName } from '@faultline/topology';
import type { Prometheus } from '../backends/prometheus';
import { interpolate } from '../dashboards/interpolate';
import { scrapeSeconds } from './shop';

/** What Grafana asks Prometheus for the panels of the board `releases` that compare versions. */
const panels = boardQueries().filter(
  ({ board, asks, datasource }) =>
    board === 'releases' && datasource === 'prometheus' && asks.includes(' by version'),
);

/** The versions of a service that each panel of the board `releases` shows now. */
export const versionsOnBoard = async (
  prometheus: Prometheus,
  installation: string,
  service: ServiceName,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const values = { installation: { chosen: [installation] }, service: { chosen: [service] } };
  const now = Date.now() / 1000;
  const shown = panels.map(async ({ asks, text }) => {
    const query = interpolate(text, values, { from: now - 900, to: now }, scrapeSeconds);
    const versions = (await prometheus.query(query)).map(({ metric }) => metric.version ?? 'none');
    return [asks, [...new Set(versions)].sort()] as const;
  });
  return Object.fromEntries(await Promise.all(shown));
};
