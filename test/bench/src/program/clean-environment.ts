import { delimiter, join } from 'node:path';

/** What npm and Nx hand down about this run would turn the commands measured here towards it. */
const ours = /^(npm_(?!config_)|npm_config_local_prefix$|NX_|NODE_ENV$|INIT_CWD$|OTEL_)/;

/** The environment of somebody who types a command in a terminal: without what npm adds for its scripts. */
export const cleanEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name))),
  PATH: (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter),
});
