import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  build: async () => undefined,
});

export type { ConsoleSources } from './sources';
