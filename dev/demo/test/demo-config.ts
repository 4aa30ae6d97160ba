import { toolNames } from '@faultline/topology';
import type { DemoConfig } from '../src/components/demo-config';
import { layoutIn } from '../src/layout';
import { select } from '../src/selection';

/** The setting of a whole demo with shoppers, unless a test says otherwise. */
export const settingOf = (
  changes: Partial<DemoConfig> & { only?: Parameters<typeof select>[0] } = {},
): DemoConfig => {
  const { only, ...others } = changes;
  return {
    ...select(only),
    tools: toolNames,
    layout: layoutIn('/nowhere'),
    portBase: 18080,
    load: {},
    version: '1.2.3',
    fingerprintSecret: 'secret',
    deployment: 'test',
    collector: undefined,
    environment: {},
    onLoad: () => undefined,
    ...others,
  };
};
