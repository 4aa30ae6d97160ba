import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { serviceNames } from '@faultline/topology';
import ts from 'typescript';

/** One place in the code that writes a line of the log. */
export interface LogCall {
  level: 'info' | 'error';
  /** The message's name; undefined when the code does not write it out. */
  message: string | undefined;
  /** Names of the fields that are written out at the call. */
  fields: string[];
  /** The app or library. */
  owner: string;
  file: string;
  line: number;
}

const isLevel = (name: string): name is LogCall['level'] => name === 'info' || name === 'error';

/** `log.info(…)`, `logger.error(…)`, `this.log?.error(…)`. */
const levelOf = ({ expression }: ts.CallExpression): LogCall['level'] | undefined => {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const receiver = expression.expression.getText();
  const name = expression.name.text;
  return /\b(log|logger)$/.test(receiver) && isLevel(name) ? name : undefined;
};

/** Looks through a constant of the same file, so that `log.info(fields, …)` tells its fields. */
const literalOf = (argument: ts.Expression): ts.ObjectLiteralExpression | undefined => {
  if (ts.isObjectLiteralExpression(argument)) return argument;
  if (!ts.isIdentifier(argument)) return undefined;
  let found: ts.ObjectLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.name.getText() === argument.text &&
      node.initializer &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(argument.getSourceFile());
  return found;
};

const fieldsOf = (argument: ts.Expression): string[] =>
  (literalOf(argument)?.properties ?? []).flatMap(({ name }) => (name ? [name.getText()] : []));

const callsIn = (file: string, owner: string, text: string): LogCall[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const calls: LogCall[] = [];
  const visit = (node: ts.Node): void => {
    const level = ts.isCallExpression(node) ? levelOf(node) : undefined;
    if (ts.isCallExpression(node) && level) {
      const [first, second] = node.arguments;
      const name = second ?? first;
      calls.push({
        level,
        message: name && ts.isStringLiteral(name) ? name.text : undefined,
        fields: first && second ? fieldsOf(first) : [],
        owner,
        file,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
};

/** Every line that the services and their libraries may write, from the sources of a workspace. */
export const collectLogCalls = (workspace: string): LogCall[] =>
  [
    ...serviceNames.map((name) => join('apps', name)),
    ...readdirSync(join(workspace, 'libs')).map((name) => join('libs', name)),
  ].flatMap((home) =>
    readdirSync(join(workspace, home, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .flatMap((name) => {
        const file = join(home, 'src', name);
        return callsIn(file, basename(home), readFileSync(join(workspace, file), 'utf8'));
      }),
  );
