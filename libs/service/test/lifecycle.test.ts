import { expect, it } from 'vitest';
import { Lifecycle } from '../src/lifecycle';

const steps = () => {
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  const failing = (name: string) => async () => {
    done.push(name);
    throw new Error(name);
  };
  return { done, step, failing };
};

it('drains before it closes, in each stage the newest step first', async () => {
  const { done, step } = steps();
  const lifecycle = new Lifecycle(0);
  lifecycle.onClose(step('telemetry'));
  lifecycle.onDrained(step('faults'));
  lifecycle.onClose(step('store'));
  lifecycle.onDrained(step('requests'));
  await lifecycle.stop();
  expect(done).toEqual(['requests', 'faults', 'store', 'telemetry']);
});

it('runs all steps even if some fail, and reports all failures', async () => {
  const { done, step, failing } = steps();
  const lifecycle = new Lifecycle(0);
  lifecycle.onClose(step('telemetry'));
  lifecycle.onClose(failing('store'));
  lifecycle.onDrained(failing('requests'));
  await expect(lifecycle.stop()).rejects.toMatchObject({
    error: { message: 'store' },
    suppressed: { message: 'requests' },
  });
  expect(done).toEqual(['requests', 'store', 'telemetry']);
});
