import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serviceNames, toolNames } from '@faultline/topology';
import { Format } from 'typebox/format';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const size = 64 * 1024;

/** Beginnings and repeated parts that make a pattern which is not linear slow. */
const beginnings = ['', 'a', '0', '/', 'a@', 'http://'];
const parts = [
  ...['a', '0', ' ', '-', '.', '@', '%', '/', '=', ':', '_', '+', '\\', '\n'],
  ...['a.', 'a@', 'a-', 'a ', '0 ', '0-', 'a:', 'a/', '%40', '4%20', 'é'],
];
const endings = ['', '\u0000', '!'];
const worst = beginnings.flatMap((beginning) =>
  parts.flatMap((part) =>
    endings.map((ending) => beginning + part.repeat(size / part.length) + ending),
  ),
);

const runtime = [
  ...['contracts', 'faults', 'otlp', 'service', 'telemetry'].map((name) => `libs/${name}/src`),
  ...[...serviceNames, ...toolNames].map((name) => `apps/${name}/src`),
];

const sourcesOf = (folder: string): string[] =>
  readdirSync(join(workspace, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** Every regular expression that is written out in a file, and every `pattern` or `format` of a schema. */
const expressionsOf = (file: string): [string, (text: string) => unknown][] => {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(workspace, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: [string, (text: string) => unknown][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push([`${file} ${node.text}`, (text) => text.replace(expression, '')]);
    }
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) {
      const value = node.initializer.text;
      if (node.name.getText() === 'pattern') {
        const expression = new RegExp(value, 'u');
        found.push([`${file} ${value}`, (text) => expression.test(text)]);
      }
      if (node.name.getText() === 'format' && Format.Has(value))
        found.push([`${file} format ${value}`, (text) => Format.Test(value, text)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

describe('a regular expression of a service', () => {
  it.each(runtime.flatMap(sourcesOf).flatMap(expressionsOf))(
    'takes no long time for 64 kB that a client sends: %s',
    (_expression, run) => {
      for (const text of worst) {
        const start = performance.now();
        run(text);
        expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(500);
      }
    },
  );
});
