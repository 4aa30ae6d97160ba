import { type BaseConfig, readConfig } from '@faultline/service';
import { fetchWhole } from '@faultline/service/testing';
import { onTestFinished } from 'vitest';
import { ConsoleConfig } from '../src/config';
import { type Intake, type IntakeOptions, startIntake } from '../src/intake/intake';
import { openStore } from '../src/intake/open-store';
import { scratchDirectory } from './scratch';

export const configIn = (directory: string): ConsoleConfig & BaseConfig =>
  readConfig(ConsoleConfig, { CONSOLE_DIRECTORY: directory });

/** An intake with a real store, both of which go with the test. */
export const openIntake = async (options: Partial<IntakeOptions> = {}) => {
  const store = await openStore(configIn(scratchDirectory()));
  onTestFinished(store.close);
  const running = await startIntake({ host: '127.0.0.1', port: 0, store, ...options });
  onTestFinished(running.close);
  const intake: Intake = running;
  const post = (
    signal: 'traces' | 'logs',
    body: Uint8Array | string,
    headers: Record<string, string> = {},
  ) =>
    fetchWhole(`${intake.url}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf', ...headers },
      body: Buffer.from(body),
    });
  const postJson = (signal: 'traces' | 'logs', body: object) =>
    post(signal, JSON.stringify(body), { 'content-type': 'application/json' });
  return { store, intake, post, postJson };
};
