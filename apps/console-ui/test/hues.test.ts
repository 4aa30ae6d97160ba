import { serviceNames } from '@faultline/topology';
import { expect, it } from 'vitest';
import { hueOf } from '../src/format/hues';

it('gives each service a hue of its own, in the order of the topology', () => {
  expect(serviceNames.map(hueOf)).toEqual(serviceNames.map((_, place) => `--hue-${place + 1}`));
});

it.each(['payment-data', 'payment-provider', 'storefront', 'another'])(
  'gives %s one that no service has',
  (name) => {
    expect(serviceNames.map(hueOf)).not.toContain(hueOf(name));
    expect(hueOf(name)).toMatch(/^--hue-[78]$/);
  },
);
