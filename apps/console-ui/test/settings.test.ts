import type { FaultCard } from '@faultline/contracts/console';
import { describe, expect, it } from 'vitest';
import {
  durationText,
  initialValues,
  inOrder,
  sentSettings,
  usualFirst,
} from '../src/faults/settings';

const fault = (key: string, on?: FaultCard['on']): FaultCard => ({
  key,
  title: key,
  service: 'payment',
  scope: 'request',
  page: 'docs/faults/payment.md',
  difficulty: 'easy',
  userImpact: '',
  expect: [],
  mechanism: '',
  remedy: '',
  hints: [],
  settings: [
    { name: 'rate', description: '', kind: 'number', default: 0.3 },
    { name: 'delay', description: '', kind: 'duration', default: '2s' },
    { name: 'product', description: '', kind: 'text' },
  ],
  ...(on && { on }),
});

it('writes durations as people do, and as the console reads them', () => {
  expect([240_000, 5000, 2500, 86_400_000].map(durationText)).toEqual([
    '4m',
    '5s',
    '2500ms',
    '24h',
  ]);
});

describe('the settings of a fault', () => {
  it('that have no default only narrow it down', () => {
    const groups = usualFirst(fault('a').settings);
    expect(groups.get('usual')?.map(({ name }) => name)).toEqual(['rate', 'delay']);
    expect(groups.get('further')?.map(({ name }) => name)).toEqual(['product']);
  });

  it('begin with the defaults, or with what is on', () => {
    expect(initialValues(fault('a'))).toEqual({ rate: '0.3', delay: '2s', product: '' });
    expect(initialValues(fault('a', { settings: { rate: 1 } }))).toMatchObject({ rate: '1' });
  });

  it('are sent as numbers where they are numbers, and left out where they are empty', () => {
    const { settings } = fault('a');
    expect(sentSettings(settings, { rate: ' 0.5 ', delay: '200ms', product: '12' })).toEqual({
      rate: 0.5,
      delay: '200ms',
      product: '12',
    });
    expect(sentSettings(settings, { rate: '', delay: '250' })).toEqual({ delay: 250 });
  });

  it('that cannot be a number are sent as they are, for the console to refuse', () => {
    expect(sentSettings(fault('a').settings, { rate: 'often' })).toEqual({ rate: 'often' });
  });
});

it('shows faults that are on first', () => {
  const order = inOrder([fault('a'), fault('b', { settings: {} }), fault('c')]);
  expect(order.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
});
