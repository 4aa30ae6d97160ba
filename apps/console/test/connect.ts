import { Client } from 'pg';
import { onTestFinished } from 'vitest';

/** A connection to a PostgreSQL server, until the test is over. */
export const connectTo = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
};
