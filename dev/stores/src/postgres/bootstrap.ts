export interface Login {
  user: string;
  password: string;
  database: string;
}

/** The role that owns the cluster. It has no password in the embedded server: nobody logs in as it. */
export const superuser = 'faultline';

/** Who may only look: at the statistics, also when all connections of others are taken. */
const monitor = { user: 'monitor', password: 'monitor' };

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What a new cluster needs, to be run as the superuser in the database `postgres`. The role is an
 * ordinary one, as in production: it owns its database, so it may create trusted extensions such
 * as pg_trgm there, and it may read the statistics.
 */
export const clusterStatements = ({ user, password, database }: Login): string[] => [
  `CREATE ROLE ${identifier(user)} LOGIN PASSWORD ${literal(password)} IN ROLE pg_monitor`,
  `CREATE ROLE ${identifier(monitor.user)} LOGIN PASSWORD ${literal(monitor.password)} CONNECTION LIMIT 2 IN ROLE pg_monitor, pg_use_reserved_connections`,
  `CREATE DATABASE ${identifier(database)} OWNER ${identifier(user)}`,
];

/** What the new database needs that only a superuser may create. */
export const databaseStatements: readonly string[] = ['CREATE EXTENSION pg_stat_statements'];
