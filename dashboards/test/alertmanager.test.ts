import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeNames, stores } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertmanagerConfig } from '../src/alertmanager/config';
import { inhibitRules } from '../src/alertmanager/inhibition';
import { messageTemplates } from '../src/alertmanager/templates';
import { because, missing } from './promtool';

const why = missing('amtool');
let directory: string;
let file: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'faultline-amtool-'));
  file = join(directory, 'alertmanager.yaml');
  const templates = join(directory, 'faultline.tmpl');
  const links = { consoleUrl: 'http://a', grafanaUrl: 'http://b', docsUrl: 'http://c' };
  writeFileSync(templates, messageTemplates(links));
  const configuration = alertmanagerConfig({
    slack: { urlFiles: { pages: '/run/pages', tickets: '/run/tickets' }, templates },
    console: { url: 'http://a', tokenFile: '/run/token' },
    deadMansSwitchUrlFile: '/run/switch',
  });
  writeFileSync(file, configuration);
});

afterAll(() => rmSync(directory, { recursive: true }));

const amtool = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('amtool', args, { encoding: 'utf8' });
  return { status, text: stdout + stderr };
};

describe.skipIf(why)(`Alertmanager's configuration${because(why)}`, () => {
  it('is accepted by amtool, with its templates', () => {
    const { status, text } = amtool('check-config', file);
    expect(status, text).toBe(0);
    expect(text).toContain('1 templates');
  });

  it('is accepted without anybody to tell', () => {
    const alone = join(directory, 'alone.yaml');
    writeFileSync(alone, alertmanagerConfig({}));
    const { status, text } = amtool('check-config', alone);
    expect(status, text).toBe(0);
  });

  it.each([
    [['priority=page', 'alertname=ServiceDown'], 'console,pages'],
    [['priority=ticket', 'alertname=StoreSlow'], 'console,tickets'],
    [['alertname=Watchdog'], 'dead-mans-switch'],
  ])('routes %s to %s', (labels, receiver) => {
    const { text } = amtool('config', 'routes', 'test', `--config.file=${file}`, ...labels);
    expect(text.trim()).toBe(receiver);
  });
});

it('tells pages and tickets by webhooks of their own, because Slack ties one to a channel', () => {
  const configuration: unknown = parse(readFileSync(file, 'utf8'));
  expect(configuration).toMatchObject({
    receivers: [
      { name: 'pages', slack_configs: [{ api_url_file: '/run/pages' }] },
      { name: 'tickets', slack_configs: [{ api_url_file: '/run/tickets' }] },
      { name: 'console', webhook_configs: [{ url: 'http://a/api/alerts?expireAfter=900' }] },
      { name: 'dead-mans-switch' },
    ],
  });
});

it('a dead replica silences nothing: its primary takes the reads', () => {
  const causes = inhibitRules.flatMap(({ source_matchers }) => source_matchers);
  for (const store of storeNames)
    expect(causes.includes(`component = ${store}`), store).toBe(
      stores[store].replicaOf === undefined,
    );
});

it('a dead store silences the tickets of all that need it, directly or through others', () => {
  const rule = inhibitRules.find(({ source_matchers }) =>
    source_matchers.includes('component = product-data'),
  );
  expect(rule?.target_matchers).toContain('service =~ "web-gateway|api-gateway|product|cart"');
});

it('calls the dead man’s switch each minute: a repetition is due when more than its interval has passed', () => {
  const { route } = parse(readFileSync(file, 'utf8'));
  expect(route.routes).toContainEqual(
    expect.objectContaining({
      receiver: 'dead-mans-switch',
      group_interval: '1m',
      repeat_interval: '50s',
    }),
  );
});
