/**
 * The files of tests that take longest. With SHARE=today one group runs, and another each day; the groups take about the same
 * time. One that goes through a share of its own cases, too, has an odd number of shares, so that each gets its turn.
 */
export const groups = [
  [
    'apps/console/test/intake.test.ts',
    'apps/payment/test/attempts.test.ts',
    'deploy/test/chart/connections.test.ts',
    'deploy/test/chart/objects.test.ts',
    'dev/demo/test/ending.test.ts',
    'dev/demo/test/supervisor.test.ts',
    'dev/stores/test/postgres.test.ts',
    'libs/service/test/graceful-stop.test.ts',
    'libs/service/test/redis-outage.test.ts',
    'test/e2e/cluster/console.test.ts',
    'test/e2e/test/console-addresses.test.ts',
    'test/e2e/test/crash.test.ts',
    'test/e2e/test/two-versions.test.ts',
    'tools/test/audit.test.ts',
    'tools/test/command-lines.test.ts',
  ],
  [
    'apps/console/test/store-gauges.test.ts',
    'apps/payment/test/reconciliation.test.ts',
    'dashboards/test/alerts.test.ts',
    'deploy/test/chart/network.test.ts',
    'deploy/test/terraform/terraform.test.ts',
    'libs/service/test/keep-alive.test.ts',
    'libs/service/test/postgres-outage.test.ts',
    'libs/service/test/postgres.test.ts',
    'libs/service/test/redis-refusals.test.ts',
    'libs/telemetry-store/test/threads.test.ts',
    'libs/telemetry/test/not-found-spans.test.ts',
    'libs/telemetry/test/profile.test.ts',
    'test/e2e/backends/alertmanager.test.ts',
    'test/e2e/backends/community-scrape.test.ts',
    'test/e2e/cluster/deploy.test.ts',
    'test/e2e/cluster/pipeline.test.ts',
    'test/e2e/test/console-views.test.ts',
    'test/e2e/test/storefront-conflicts.test.ts',
  ],
  [
    'apps/console/test/bundle-routes.test.ts',
    'apps/console/test/bundle.test.ts',
    'apps/console/test/events.test.ts',
    'apps/console/test/intake-extremes.test.ts',
    'dashboards/test/slos.test.ts',
    'deploy/test/canary/canary.test.ts',
    'deploy/test/chart/values.test.ts',
    'deploy/test/images-inputs.test.ts',
    'deploy/test/rollout/roll-out.test.ts',
    'libs/service/test/http-caller.test.ts',
    'libs/service/test/postgres-failover.test.ts',
    'libs/service/test/postgres-migrations.test.ts',
    'libs/telemetry/test/environment-of-a-service.test.ts',
    'load/test/cli.test.ts',
    'test/bench/test/hops.test.ts',
    'test/e2e/backends/bake-off.test.ts',
    'test/e2e/cluster/canary-command.test.ts',
    'test/e2e/cluster/local-cluster.test.ts',
    'test/e2e/test/console-incident.test.ts',
    'test/e2e/test/left-requests.test.ts',
    'test/e2e/test/signals.test.ts',
    'tools/test/affected.test.ts',
    'tools/test/release.test.ts',
  ],
  [
    'apps/console/test/kill.test.ts',
    'dashboards/test/components.test.ts',
    'deploy/test/chart/faults.test.ts',
    'deploy/test/chart/names.test.ts',
    'deploy/test/rollout/argo-rollouts.test.ts',
    'deploy/test/rollout/interrupted.test.ts',
    'deploy/test/rollout/killed.test.ts',
    'deploy/test/rollout/revert.test.ts',
    'dev/demo/test/component-group.test.ts',
    'dev/stores/test/stores-for-tests.test.ts',
    'libs/service/test/ipv6.test.ts',
    'libs/service/test/postgres-migration-locks.test.ts',
    'libs/service/test/redis-replica.test.ts',
    'libs/telemetry/test/register.test.ts',
    'libs/telemetry/test/strangers.test.ts',
    'load/test/k6.test.ts',
    'test/e2e/cluster/release.test.ts',
    'test/e2e/test/k6.test.ts',
    'test/e2e/test/raw-requests.test.ts',
    'test/e2e/test/traces.test.ts',
    'tools/test/additions.test.ts',
    'tools/test/ci-local.test.ts',
  ],
] as const;

/** The group of the day, as `shareOfDay` of dev/stores chooses it. Nothing that is CommonJS can be imported here. */
const today = () => groups[Math.floor(Date.now() / 86_400_000) % groups.length];

/** Whether the change that is tested touches a package: CHANGED has its folders, of two levels at most, with commas between. */
const isChanged = (folder: string): boolean =>
  (process.env.CHANGED ?? '').split(',').some((each) => `${each}/`.startsWith(`${folder}/`));

/** The files of a package that wait for another day, relative to its folder. */
export const waiting = (folder: string): string[] => {
  if (process.env.SHARE !== 'today' || isChanged(folder)) return [];
  const others = groups.filter((group) => group !== today());
  return others
    .flat()
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1));
};
