import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceForTest } from '../src/testing';
import { eventually } from './fixture';
import { type MovingAddress, movingAddress } from './moving-address';
import { inUse, startNotes } from './notes-service';
import { asSuperuser, type PostgresPair, postgresPair } from './postgres-pair';

let pair: PostgresPair;
let address: MovingAddress;
let service: ServiceForTest;
let release: () => void;

beforeEach(async () => {
  pair = await postgresPair();
  address = await movingAddress(pair.first);
  const held = Promise.withResolvers<void>();
  release = held.resolve;
  service = await startNotes(`postgresql://test:test@127.0.0.1:${address.port}/test`, {
    held: held.promise,
  });
  await eventually(service.ready).toBe(200);
  expect(await write('milk')).toBe(200);
}, 60_000);
afterEach(() => pair.stop());

const write = async (text: string): Promise<number> =>
  (await service.send('POST', '/notes', { texts: [text] })).status;

/** So many connections are open and idle, all to where the address leads now. */
const openConnections = async (count: number): Promise<void> => {
  const requests = Array.from({ length: count }, () => service.get('/notes/held'));
  await eventually(() => inUse(service)).toBe(count);
  release();
  await Promise.all(requests);
};

const serves = async (text: string): Promise<void> => {
  await eventually(service.ready).toBe(200);
  expect(await write(text)).toBe(200);
  const { rows } = await asSuperuser(pair.second, 'select pg_is_in_recovery() as standby');
  expect(rows).toEqual([{ standby: false }]);
  expect((await service.health()).status).toBe(200);
};

describe('a service whose database fails over', () => {
  it('responds with 503 and is not ready while the address leads to a standby, then finds the primary', async () => {
    const failOver = async () => {
      await pair.first.stop();
      await pair.promoteSecond();
      await pair.demoteFirst();
    };
    await failOver();
    const response = await service.send('POST', '/notes', { texts: ['tea'] });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'notes-data-unavailable' });
    expect(await service.ready()).toBe(503);
    expect((await service.health()).states).toEqual({ cart: 'OK', 'notes-data': 'ERROR' });
    const refused = () =>
      service.sample(
        'db_client_operation_duration_seconds_count{db_system_name="postgresql",db_namespace="notes-data",db_operation_name="SELECT",db_collection_name="notes",error_type="25006"}',
      );
    expect((await service.get('/notes')).status).toBe(503);
    expect(await refused()).toBe(1);

    address.moveTo(pair.second);
    await serves('bread');
  });

  it('closes all connections to a server that became read-only at the first refusal', async () => {
    await openConnections(5);
    await pair.promoteSecond();
    await asSuperuser(pair.first, 'alter system set default_transaction_read_only = on');
    await asSuperuser(pair.first, 'select pg_reload_conf()');
    const readOnly = () => asSuperuser(pair.first, 'show default_transaction_read_only');
    await eventually(async () => (await readOnly()).rows).toEqual([
      { default_transaction_read_only: 'on' },
    ]);
    address.moveTo(pair.second);
    const responses = [];
    for (const text of ['1', '2', '3', '4', '5', '6', '7']) responses.push(await write(text));
    expect(responses).toEqual([503, 200, 200, 200, 200, 200, 200]);
    expect(service.logged('postgres-server-read-only')).toHaveLength(1);
    await serves('bread');
  });

  it('reads from a standby if it writes nothing', async () => {
    const reader = await startNotes(`postgresql://test:test@127.0.0.1:${address.port}/test`, {
      writes: false,
    });
    await eventually(reader.ready).toBe(200);
    await pair.first.stop();
    address.moveTo(pair.second);
    await eventually(reader.ready).toBe(200);
    expect((await reader.get('/notes')).status).toBe(200);
    expect((await reader.health()).status).toBe(200);
    // For `stop` to find it as it left it.
    await pair.first.restart();
  });
});
