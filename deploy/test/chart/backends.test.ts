import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { variablesOf } from './pods';
import { backends, type Manifest, missing, render } from './render';

const why = missing('helm');
const docs = readFileSync(resolve(__dirname, '../../../docs/backends.md'), 'utf8');

/** The keys of Secrets that a file of values refers to, as `name/key`. */
const secretsIn = (values: string): string[] =>
  [...values.matchAll(/secretKeyRef: \{ name: (\S+), key: (\S+) \}/g)].map(
    ([, name, key]) => `${name}/${key}`,
  );

describe('the page on backends', () => {
  it.each([...backends])('shows the values for %s as they are tested', (_, file) => {
    expect(docs).toContain(`\`\`\`yaml\n${readFileSync(file, 'utf8')}\`\`\``);
  });

  it.each([...backends])('says how to make the Secrets of %s', (_, file) => {
    const made = [...docs.matchAll(/create secret generic (\S+) --from-literal=([^=]+)=/g)].map(
      ([, name, key]) => `${name}/${key}`,
    );
    expect(made).toEqual(expect.arrayContaining(secretsIn(readFileSync(file, 'utf8'))));
  });
});

const exportsOf = (manifests: readonly Manifest[], service: string) =>
  Object.fromEntries(
    [...variablesOf(manifests, 'Deployment', `faultline-${service}`)]
      .filter(([name]) => /^(OTEL_EXPORTER|OTLP_HEADER)_/.test(name))
      .map(([name, { value, valueFrom }]) => [name, value ?? valueFrom]),
  );

describe.skipIf(why)(`without the collector${why ? ` (skipped: ${why})` : ''}`, () => {
  const key = { secretKeyRef: { name: 'backend', key: 'api-key' } };
  const headers = { 'api-key': { valueFrom: key }, 'x-scope': 'team, blue' };

  it('every service sends the headers itself, with the credentials out of their Secret', () => {
    const telemetry = { otlpEndpoint: 'https://otlp.example.com', headers };
    const manifests = render({ values: { telemetry } });
    for (const name of serviceNames)
      expect(exportsOf(manifests, name)).toEqual({
        OTLP_HEADER_API_KEY: key,
        OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com',
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=$(OTLP_HEADER_API_KEY),x-scope=team%2C%20blue',
      });
  });

  it('the credential stands before the list that refers to it', () => {
    const telemetry = { otlpEndpoint: 'https://otlp.example.com', headers };
    const manifests = render({ values: { telemetry } });
    const names = [...variablesOf(manifests, 'Deployment', 'faultline-cart').keys()];
    expect(names.indexOf('OTLP_HEADER_API_KEY')).toBeLessThan(
      names.indexOf('OTEL_EXPORTER_OTLP_HEADERS'),
    );
  });

  it('each signal may have a URL of its own', () => {
    const telemetry = {
      tracesEndpoint: 'http://tempo:4318/v1/traces',
      logsEndpoint: 'http://loki:3100/otlp/v1/logs',
    };
    expect(exportsOf(render({ values: { telemetry } }), 'cart')).toEqual({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: telemetry.tracesEndpoint,
      OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: telemetry.logsEndpoint,
    });
  });
});
