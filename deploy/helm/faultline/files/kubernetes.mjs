import { readFileSync } from 'node:fs';

// The Kubernetes API, as this pod's account may use it.
const account = '/var/run/secrets/kubernetes.io/serviceaccount';
const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port, NAMESPACE } = process.env;
const server = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Sends a request and gives the JSON of the response; undefined when there is no such object. */
const ask = async (path, options = {}) => {
  const token = readFileSync(`${account}/token`, 'utf8');
  const response = await fetch(`${server}${path}`, {
    ...options,
    headers: { authorization: `Bearer ${token}`, ...options.headers },
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return response.json();
};

export const get = (path) => ask(path);

export const patch = (path, body, type = 'application/merge-patch+json') =>
  ask(path, { method: 'PATCH', body: JSON.stringify(body), headers: { 'content-type': type } });

export const core = `/api/v1/namespaces/${NAMESPACE}`;
export const objects = (api, resource) => `/apis/${api}/namespaces/${NAMESPACE}/${resource}`;
