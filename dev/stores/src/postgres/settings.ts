export type PostgresSettings = Readonly<Record<string, string | number>>;

/** Small enough for two servers beside six services on a laptop. */
const settings: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  // A socket would need a path that every account may enter, and nobody uses it.
  unix_socket_directories: '',
  max_connections: 60,
  // For the role that may only look.
  reserved_connections: 2,
  shared_buffers: '16MB',
  huge_pages: 'off',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': 500,
  // Processes that a small database does not need: asynchronous readers, parallel workers, replication.
  io_method: 'sync',
  max_worker_processes: 1,
  max_parallel_workers: 0,
  max_wal_senders: 0,
  max_replication_slots: 0,
  max_logical_replication_workers: 0,
  wal_level: 'minimal',
  autovacuum_max_workers: 1,
  min_wal_size: '32MB',
  max_wal_size: '128MB',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] %q%u@%d ',
  // The details of an error hold values of rows, and a log is read by many.
  log_error_verbosity: 'terse',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // `launchStore` reads the log.
  lc_messages: 'C',
};

/** Data that are thrown away need not survive the machine. */
const scratchSettings = { fsync: 'off', full_page_writes: 'off' };

/** The command line of a server that serves `directory` on `port`. */
export const serverArguments = (
  directory: string,
  port: number,
  scratch: boolean,
  more: PostgresSettings = {},
): string[] => [
  ...['-D', directory, '-p', String(port)],
  ...Object.entries({ ...settings, ...(scratch ? scratchSettings : {}), ...more }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  ),
];
