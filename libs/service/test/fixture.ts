import { Type } from 'typebox';
import { expect, onTestFinished } from 'vitest';
import { defineService, type ServiceApp } from '../src';
import { type ServiceForTest, startForTest } from '../src/testing';

/** An assertion on what `read` answers some time soon, on a machine that may be busy. */
export const eventually = <T>(read: () => T) =>
  expect.poll(() => read(), { timeout: 15_000, interval: 20 });

/** Starts a service of the kit for one test; it stops by itself. */
export const startFixture = async (
  build: (app: ServiceApp) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<ServiceForTest> => {
  const definition = defineService({ name: 'cart', config: Type.Object({}), build });
  const service = await startForTest(definition, environment, { wait: false });
  onTestFinished(() => service.stop());
  return service;
};
