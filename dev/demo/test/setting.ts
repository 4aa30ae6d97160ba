import { layoutIn } from '../src/layout';
import type { Setting } from '../src/parts/setting';
import { select } from '../src/selection';

/** The setting of a whole demo with shoppers, unless a test says otherwise. */
export const settingOf = (
  changes: Partial<Setting> & { only?: Setting['services'][number] } = {},
): Setting => {
  const { only, ...others } = changes;
  return {
    ...select(only),
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
