import { setTimeout as delay } from 'node:timers/promises';
import { get, objects, patch } from './kubernetes.mjs';

// Brings a Deployment, or a Rollout, back to its pods at a moment (UNTIL, seconds since 1970), and leaves the number
// of its pods to Helm or the autoscaler: whose it was last would otherwise stand in the way of an upgrade.
const { API, RESOURCE, DEPLOYMENT, REPLICAS, UNTIL } = process.env;
const path = `${objects(API, RESOURCE)}/${DEPLOYMENT}`;
await delay(Math.max(0, Number(UNTIL) * 1000 - Date.now()));

if (REPLICAS) await patch(path, { spec: { replicas: Number(REPLICAS) } });
const { metadata } = await get(path);
const owners = metadata.managedFields.filter(
  ({ manager, operation, fieldsV1 }) =>
    operation === 'Apply' ||
    manager === 'helm' ||
    fieldsV1?.['f:spec']?.['f:replicas'] === undefined,
);
if (owners.length < metadata.managedFields.length)
  await patch(
    path,
    [
      { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
      { op: 'replace', path: '/metadata/managedFields', value: owners },
    ],
    'application/json-patch+json',
  );
console.log(`${DEPLOYMENT} is as it was`);
