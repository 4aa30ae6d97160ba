import { defaultScrapeSeconds, timingOf } from '@faultline/slo';
import { alertmanagerFiles } from './alertmanager/files';
import { allBoards } from './boards';
import { buildBoard } from './grafana/board';
import { provisioningFiles } from './provisioning/files';
import { lokiGroups, prometheusGroups } from './rules/groups';
import { renderRules } from './rules/rule-file';
import { sloGroupsOf, slothSpec } from './rules/slo-groups';
import { watchdogGroup } from './rules/watchdog';

/** The Prometheus rules for a scrape interval in seconds; trials shorten the windows of burn rates by a factor. */
export const prometheusRules = (scrapeSeconds: number, burnFactor = 1): string =>
  renderRules([
    ...prometheusGroups(timingOf(scrapeSeconds)),
    ...sloGroupsOf(burnFactor),
    watchdogGroup,
  ]);

/** The rules for Loki's ruler. */
export const lokiRules = (): string => renderRules(lokiGroups);

const folder = 'deploy/helm/faultline/files/lgtm';

/** The generated files for Prometheus, Loki and Grafana: paths in the workspace with their contents. */
export const dashboardFiles = (): ReadonlyMap<string, string> =>
  new Map([
    [`${folder}/rules/faultline.yaml`, prometheusRules(defaultScrapeSeconds)],
    [`${folder}/loki-rules/faultline.yaml`, lokiRules()],
    ['deploy/slo/sloth.yaml', slothSpec()],
    ...alertmanagerFiles(),
    ...provisioningFiles(),
    ...allBoards.map((board): [string, string] => [
      `${folder}/dashboards/${board.name}.json`,
      `${JSON.stringify(buildBoard(board), undefined, 2)}\n`,
    ]),
  ]);
