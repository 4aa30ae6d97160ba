import { expect, it } from 'vitest';
import { fetchWhole } from '../src/testing';
import { json, startDependency } from './dependency';

it('fetchWhole has read the whole body when the server closes its connections', async () => {
  const long = 'x'.repeat(20_000_000);
  const { url, server } = await startDependency(json(200, long));
  const response = await fetchWhole(url);
  server.closeAllConnections();
  expect((await response.text()).length).toBe(long.length + 2);
});
