import { join } from 'node:path';
import { allowedHostsOf, type BaseConfig, type ServiceApp } from '@faultline/service';
import { alertKey } from '@faultline/slo';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { type BudgetLog, BudgetPeriod, createBudgetLog } from './budgets/budget-log';
import { createChangeMonitor } from './changes/change-monitor';
import { Change, type Changes } from './changes/changes';
import { type ConsoleConfig, watchedServices, watchedStores } from './config';
import { lastOfEach, openEventLog } from './events/event-log';
import { createAlertMonitor } from './health/alert-monitor';
import { AlertEvent, type Alerts } from './health/alerts';
import { createCardNumbers } from './health/card-numbers';
import { type Health, HealthChange } from './health/health';
import { createHealthMonitor } from './health/health-monitor';
import { openLastEvaluation } from './health/last-evaluation';
import { createStoreErrors } from './health/store-errors';
import { Findings } from './incidents/findings';
import { createFirstFailures } from './incidents/first-failures';
import { createFirstLocks } from './incidents/first-locks';
import { IncidentEvent } from './incidents/incident-event';
import { countIncidents } from './incidents/incident-metrics';
import { createIncidentMonitor } from './incidents/incident-monitor';
import type { Incidents } from './incidents/incidents';
import { unfinished } from './incidents/kept-events';
import { startNotifier, Told } from './incidents/notifier';
import { sendToSlack, slackMessage } from './incidents/slack';
import { type Intake, startIntake } from './intake/intake';
import { openStore, retentionOf } from './intake/open-store';
import { type MetricSource, startMetricSource } from './metrics/metric-source';
import { type Probes, startProbes } from './probes/probes';
import { startStoreGauges } from './stores/store-gauges';

/** Everything that the console knows, for its views. All times are in ms since 1970. */
export interface ConsoleSources {
  /** Traces and logs. */
  store: TelemetryStore;
  intake: Intake;
  metrics: MetricSource;
  probes: Probes;
  health: Health;
  alerts: Alerts;
  changes: Changes;
  incidents: Incidents;
  budgets: BudgetLog;
}

const evaluateEvery = 250;
/** Incidents and what budgets were spent are kept for longer than telemetry, so that the figures of a month are right. */
const monthAndMore = 35 * 24 * 60 * 60 * 1000;

/** Of some kilobytes each. */
const mostFindings = 1_000;

/** Starts receiving, scraping, probing and evaluating. Ends with the app. */
export const startSources = async (
  app: Pick<ServiceApp, 'beforeClose' | 'health' | 'log' | 'metrics'>,
  config: ConsoleConfig & Pick<BaseConfig, 'ALLOWED_HOSTS'>,
): Promise<ConsoleSources> => {
  const startedAt = Date.now();
  const services = watchedServices(config);
  const watched = services.map(({ name }) => name);
  const directory = (name: string) => join(config.CONSOLE_DIRECTORY, name);
  const unusable = (file: string, reason: string) =>
    app.log.error({ file, reason }, 'console-file-not-usable');

  // The steps of the shutdown run in reverse order: what takes data closes before what keeps them.
  const store = await openStore(config, (thread, reason) =>
    app.log.error({ thread, reason }, 'console-store-thread-ended'),
  );
  app.beforeClose(store.close);
  app.health('telemetry-store', async () => {
    await store.check();
    return undefined;
  });
  const intake = await startIntake({
    host: config.HOST,
    port: config.INTAKE_PORT,
    store,
    allowedHosts: allowedHostsOf(config),
  });
  app.beforeClose(intake.close);
  const metrics = await startMetricSource({
    services,
    directory: directory('metrics'),
    ownPage: async () => (await app.metrics.exposition(undefined)).body,
    unusable,
  });
  app.beforeClose(metrics.close);
  const probes = startProbes({ services, metrics: app.metrics });
  app.beforeClose(probes.close);
  const stores = watchedStores(config);
  const storeGauges = startStoreGauges(stores, app.metrics);
  app.beforeClose(storeGauges.close);

  const { history } = metrics;
  const kept = { maxAge: retentionOf(config), unusable };
  const events = (name: string) => join(directory('events'), `${name}.jsonl`);
  const lastEvaluation = openLastEvaluation(join(directory('events'), 'last-evaluation'));
  const storeErrors = createStoreErrors(store);
  const cardNumbers = createCardNumbers(store);
  const alerts = createAlertMonitor(
    {
      ...{ watched, history, startedAt, lastEvaluated: lastEvaluation.before },
      hasCardNumber: cardNumbers.has,
    },
    openEventLog({
      ...kept,
      file: events('alerts'),
      schema: AlertEvent,
      survivors: lastOfEach((event) => alertKey(event)),
    }),
  );
  const health = createHealthMonitor(
    { watched, history, probes, alerts, storeErrors, startedAt },
    openEventLog({
      ...kept,
      file: events('health'),
      schema: HealthChange,
      survivors: lastOfEach(({ component }) => component),
    }),
  );
  const changes = createChangeMonitor(
    watched,
    history,
    openEventLog({
      ...kept,
      file: events('changes'),
      schema: Change,
      survivors: lastOfEach(({ service, kind }) => `${service} ${kind}`),
    }),
  );

  const incidents = createIncidentMonitor(
    alerts,
    openEventLog({
      file: events('incidents'),
      schema: IncidentEvent,
      maxAge: monthAndMore,
      survivors: unfinished,
      unusable,
    }),
    openEventLog({
      file: events('findings'),
      schema: Findings,
      maxAge: monthAndMore,
      maxEvents: mostFindings,
      survivors: () => [],
      unusable,
    }),
    lastEvaluation.before,
  );

  const budgets = createBudgetLog(
    metrics,
    openEventLog({
      file: events('budgets'),
      schema: BudgetPeriod,
      maxAge: monthAndMore,
      survivors: () => [],
      unusable,
    }),
  );

  const firstFailures = createFirstFailures(store, incidents);
  const firstLocks = createFirstLocks(
    incidents,
    (name) => stores.find((each) => each.name === name)?.url,
  );
  countIncidents(app.metrics, incidents);
  if (config.SLACK_WEBHOOK_URL !== undefined) {
    const { SLACK_WEBHOOK_URL: webhookUrl, CONSOLE_URL: consoleUrl } = config;
    const notifier = startNotifier({
      incidents,
      told: openEventLog({
        file: events('told'),
        schema: Told,
        maxAge: monthAndMore,
        survivors: lastOfEach(({ incident }) => String(incident)),
        unusable,
      }),
      send: (incident, signal, before) =>
        sendToSlack(webhookUrl, slackMessage(incident, consoleUrl, before), signal),
      failed: (incident, reason) =>
        app.log.error({ incident, reason }, 'console-incident-not-told'),
      shortened: (incident) => app.log.info({ incident }, 'console-incident-shortened'),
    });
    app.beforeClose(notifier.close);
  }

  const evaluate = () => {
    const now = Date.now();
    // Evaluated with what was read last; the store is closing, or busy.
    for (const each of [storeErrors, cardNumbers, firstFailures, firstLocks])
      void each.refresh(now).catch(() => undefined);
    alerts.evaluate(now);
    health.evaluate(now);
    changes.evaluate(now);
    incidents.evaluate(now);
    budgets.evaluate(now);
    lastEvaluation.evaluated(now);
  };
  const timer = setInterval(evaluate, evaluateEvery);
  app.beforeClose(async () => {
    clearInterval(timer);
    health.end(Date.now());
    lastEvaluation.end(Date.now());
  });
  return { store, intake, metrics, probes, health, alerts, changes, incidents, budgets };
};
