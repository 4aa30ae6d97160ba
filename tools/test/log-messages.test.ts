import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { logMessageNames, logMessageOf } from '@faultline/telemetry/names';
import { serviceNames, toolNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const apps: readonly string[] = [...serviceNames, ...toolNames];

/** The code of an app or a library. */
const codeOf = (owner: string): string => {
  const folder = apps.includes(owner) ? 'apps' : 'libs';
  return globSync(join(workspace, folder, owner, 'src/**/*.ts'))
    .filter((file) => !file.includes('/src/names/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
};

describe('a log message', () => {
  it.each(logMessageNames)('is a name in kebab-case, and told of in a sentence: %s', (name) => {
    expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(logMessageOf(name).meaning).toMatch(/^[A-Z].+\.$/);
  });

  it.each(logMessageNames)('is written by whom the table names: %s', (name) => {
    expect(codeOf(logMessageOf(name).writtenBy)).toContain(`'${name}'`);
  });

  it.each(logMessageNames)('begins with the service, or with the part of the kit: %s', (name) => {
    const { writtenBy } = logMessageOf(name);
    const kit = ['http', 'postgres', 'redis', 'service', 'telemetry'];
    const starts = apps.includes(writtenBy) ? [writtenBy, 'checkout'] : kit;
    expect(starts.some((start) => name.startsWith(`${start}-`))).toBe(true);
  });

  it('has one level, but for that of a request', () => {
    const mixed = logMessageNames.filter((name) => logMessageOf(name).levels.length > 1);
    expect(mixed).toEqual(['http-request']);
  });

  it('is listed where its name is looked for', () => {
    expect(logMessageNames).toEqual([...logMessageNames].sort());
  });

  it('gives no fault away', () => {
    const texts = logMessageNames.map((name) => name + logMessageOf(name).meaning);
    expect(texts.join()).not.toMatch(/\bfaults?\b/i);
  });
});
