import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnFreePort } from '@faultline/stores';
import { execa } from 'execa';
import { stringify } from 'yaml';
import { invocation, type Manifest, manifestsIn, type Render, render } from './render';

const pluralOf = (kind: string): string =>
  kind.toLowerCase().replace(/y$/, 'ie').replace(/s$/, 'se').concat('s');

const prefixOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Where an API server has an object. */
const pathOf = ({ apiVersion, kind, metadata }: Manifest): string =>
  `${prefixOf(apiVersion)}/namespaces/default/${pluralOf(kind)}/${metadata.name}`;

/** What an API server says of the kinds that it knows, by path. */
const discovery = (manifests: readonly Manifest[]): Map<string, object> => {
  const versions = [...new Set(manifests.map(({ apiVersion }) => apiVersion))];
  const groups = versions
    .filter((apiVersion) => apiVersion.includes('/'))
    .map((groupVersion) => {
      const [name, version] = groupVersion.split('/');
      const preferredVersion = { groupVersion, version };
      return { name, versions: [preferredVersion], preferredVersion };
    });
  return new Map<string, object>([
    ['/version', { major: '1', minor: '34', gitVersion: 'v1.34.0' }],
    ['/api', { kind: 'APIVersions', versions: ['v1'] }],
    ['/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups }],
    ...versions.map((groupVersion): [string, object] => {
      const kinds = manifests.flatMap((each) =>
        each.apiVersion === groupVersion ? [each.kind] : [],
      );
      const resources = [...new Set(kinds)].map((kind) => ({
        name: pluralOf(kind),
        kind,
        namespaced: !kind.startsWith('ValidatingAdmissionPolicy'),
        verbs: ['get'],
      }));
      return [prefixOf(groupVersion), { kind: 'APIResourceList', groupVersion, resources }];
    }),
  ]);
};

const notFound = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound' };

/** What an upgrade renders in a cluster that has these objects: an API server that knows nothing else stands in for
it. Throws what helm says. */
export const renderUpgrade = async (
  existing: readonly Manifest[],
  options: Render = {},
): Promise<Manifest[]> => {
  const found = discovery([...render(options), ...existing]);
  for (const manifest of existing) found.set(pathOf(manifest), manifest);
  const answer: RequestListener = ({ url = '' }, response) => {
    const body = found.get(url.replace(/\?.*/, ''));
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { ...notFound, code: 404 }));
  };
  const server = createServer(answer);
  const port = await listenOnFreePort(server);
  const directory = mkdtempSync(join(tmpdir(), 'faultline-upgrade-'));
  try {
    const KUBECONFIG = join(directory, 'kubeconfig');
    const address = `http://127.0.0.1:${port}`;
    const context = { cluster: 'stand-in', user: 'nobody' };
    writeFileSync(
      KUBECONFIG,
      stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'stand-in',
        clusters: [{ name: 'stand-in', cluster: { server: address } }],
        contexts: [{ name: 'stand-in', context }],
        users: [{ name: 'nobody', user: {} }],
      }),
    );
    const call = invocation(options);
    const { stdout } = await execa(
      'helm',
      [
        'template',
        '--is-upgrade',
        '--dry-run=server',
        '--disable-openapi-validation',
        ...call.options,
      ],
      { env: { KUBECONFIG }, input: call.input },
    );
    return manifestsIn(stdout);
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(directory, { recursive: true });
  }
};
