/**
 * Small, and quick to follow: a replica gets its first copy at once, and does not wait for a minute for a
 * primary that is gone.
 */
const settings: Readonly<Record<string, string>> = {
  bind: '127.0.0.1',
  daemonize: 'no',
  databases: '1',
  maxclients: '200',
  // Snapshots by time; the append-only file is what keeps the data.
  save: '',
  appendfsync: 'everysec',
  'auto-aof-rewrite-min-size': '8mb',
  'repl-diskless-sync': 'yes',
  'repl-diskless-sync-delay': '0',
  'repl-backlog-size': '1mb',
  'repl-ping-replica-period': '1',
  'repl-timeout': '2',
  // As in the chart: some 500,000 sessions. Everything has a time to live.
  maxmemory: '96mb',
  loglevel: 'notice',
};

/** Who may only look at statistics, beside the user of the services. */
export const monitorArguments: readonly string[] = [
  '--user',
  ...['monitor', 'on', '>monitor', '+info', '+client|setname'],
];

/** What a server without room does: refuses writes, or drops what would expire first. */
export type WhenFull = 'noeviction' | 'volatile-ttl';

export interface RedisSettings {
  directory: string;
  port: number;
  /** Data stay in `directory`. */
  durable: boolean;
  primary?: { host: string; port: number } | undefined;
  whenFull: WhenFull;
}

/** The command line of a server. */
export const redisArguments = ({
  directory,
  port,
  durable,
  primary,
  whenFull,
}: RedisSettings): string[] =>
  Object.entries({
    ...settings,
    port: String(port),
    dir: directory,
    'maxmemory-policy': whenFull,
    appendonly: durable ? 'yes' : 'no',
  })
    .flatMap(([name, value]) => [`--${name}`, value])
    .concat(monitorArguments)
    .concat(primary ? ['--replicaof', primary.host, String(primary.port)] : []);
