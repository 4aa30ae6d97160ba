import { expect, it } from 'vitest';
import { worstStates } from '../src/overview/states-over-time';

const change = (at: number, component: string, state: 'green' | 'amber' | 'red') => ({
  at,
  component,
  state,
});

it('shows the worst state of all components over time', () => {
  const changes = [
    change(0, 'cart', 'green'),
    change(10, 'payment', 'green'),
    change(20, 'cart', 'amber'),
    change(30, 'payment', 'red'),
    change(40, 'cart', 'green'),
    change(50, 'payment', 'green'),
  ];
  expect(worstStates(changes, 0, 60)).toEqual([
    { from: 0, to: 20, state: 'green' },
    { from: 20, to: 30, state: 'amber' },
    { from: 30, to: 50, state: 'red' },
    { from: 50, to: 60, state: 'green' },
  ]);
});

it('knows nothing before the first change, and leaves out what comes after the end', () => {
  expect(worstStates([change(30, 'cart', 'green'), change(90, 'cart', 'red')], 0, 60)).toEqual([
    { from: 0, to: 30, state: 'unknown' },
    { from: 30, to: 60, state: 'green' },
  ]);
});

it('begins with what was known before the start', () => {
  expect(worstStates([change(-20, 'cart', 'red')], 0, 60)).toEqual([
    { from: 0, to: 60, state: 'red' },
  ]);
});
