import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '@faultline/topology';
import ts from 'typescript';

/** A route as it stands in the code: `GET`, `/products/:id`. */
export interface Route {
  method: string;
  path: string;
}

const methods = new Set(['get', 'post', 'put', 'delete']);

const routeOf = (node: ts.Node): Route[] => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression, name } = node.expression;
  const [path] = node.arguments;
  if (expression.getText() !== 'app' || !methods.has(name.text)) return [];
  if (!path || !ts.isStringLiteral(path)) return [];
  return [{ method: name.text.toUpperCase(), path: path.text }];
};

const routesIn = (file: string): Route[] => {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const routes: Route[] = [];
  const visit = (node: ts.Node): void => {
    routes.push(...routeOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return routes;
};

/** The routes of each service, from the sources of a workspace. The public door has those it forwards, too. */
export const collectRoutes = (workspace: string): Record<string, Route[]> => {
  const own = (name: ServiceName): Route[] => {
    const folder = join(workspace, 'apps', name, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .flatMap((file) => routesIn(join(folder, file)));
  };
  const forwarded = (name: ServiceName): Route[] =>
    name === 'web-gateway' ? own('api-gateway') : [];
  return Object.fromEntries(serviceNames.map((name) => [name, [...forwarded(name), ...own(name)]]));
};
