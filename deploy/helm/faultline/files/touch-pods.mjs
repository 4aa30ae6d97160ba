import { core, get, patch } from './kubernetes.mjs';

// Touches the pods of the services: the kubelet looks at a pod that changed, and with it at its ConfigMaps.
const selector = encodeURIComponent(process.env.SELECTOR);
const { items } = await get(`${core}/pods?labelSelector=${selector}`);
const annotations = { 'faultline.dev/touched-at': new Date().toISOString() };
await Promise.all(
  items.map(({ metadata }) =>
    patch(`${core}/pods/${metadata.name}`, { metadata: { annotations } }),
  ),
);
console.log(`touched ${items.length} pods`);
