export { databaseConfig } from './config';
export { connectPostgres, type Database, type Transaction } from './database';
