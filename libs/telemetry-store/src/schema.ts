import { DatabaseSync } from 'node:sqlite';

/** The file cannot be used; the message says why, and what to do about it. */
export class StoreFileError extends Error {
  override readonly name = 'StoreFileError';
}

/** Marks a file as one of ours: `FLTS` in ASCII. */
const applicationId = 0x46_4c_54_53;

/**
 * What brings a file from each version to the next. Times are microseconds since 1970, durations microseconds, ids
 * bytes. `start` and `time` are unsigned and ordered; a row's id is its order of arrival. Details have a table of
 * their own, so that a search by anything else reads a fourth of the bytes.
 */
const migrations: readonly string[] = [
  `create table resources (
     id integer primary key,
     service text not null,
     attributes text not null unique
   ) strict;
   create table spans (
     id integer primary key,
     trace blob not null,
     span blob not null,
     parent blob not null,
     resource integer not null,
     name text not null,
     kind text not null,
     start integer not null,
     duration integer not null,
     status text not null
   ) strict;
   create table span_details (
     id integer primary key,
     attributes text not null,
     events text,
     links text
   ) strict;
   create trigger details_go_with_span after delete on spans begin
     delete from span_details where id = old.id;
   end;
   create unique index spans_of_trace on spans (trace, span);
   create index spans_by_start on spans (start);
   create index spans_by_resource on spans (resource, start);
   create index failed_spans on spans (start) where status = 'ERROR';
   create table traces (
     trace blob primary key,
     start integer not null,
     finish integer not null,
     spans integer not null,
     errors integer not null,
     root_resource integer,
     root_name text
   ) strict, without rowid;
   create index traces_by_start on traces (start);
   create table logs (
     id integer primary key,
     time integer not null,
     resource integer not null,
     level text not null,
     message text not null,
     trace blob not null,
     span blob not null,
     attributes text not null
   ) strict;
   create index logs_by_time on logs (time);
   create index logs_of_trace on logs (trace) where trace <> x'';
   create index logs_by_level on logs (level, time);`,
  `create index logs_by_kind on logs (resource, level, message, time);`,
  // Times that are too large to be read as numbers, which the intake once took: 2^53 µs are in the year 2255.
  `delete from logs where time > 9007199254740991;
   delete from spans where start + duration > 9007199254740991;
   delete from traces where finish > 9007199254740991;`,
];

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0]);

const migrate = (database: DatabaseSync, file: string): void => {
  const version = numberOf(database, 'user_version');
  const tables = Number(database.prepare('select count(*) as n from sqlite_schema').get()?.n);
  const owner = numberOf(database, 'application_id');
  if (tables > 0 && owner !== applicationId)
    throw new StoreFileError(`${file} is a database of another program: name another directory`);
  if (version > migrations.length)
    throw new StoreFileError(
      `${file} has schema ${version}, and this version knows ${migrations.length}: use the newer version, or move the file away`,
    );
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    database.exec(
      `begin immediate; ${statements} pragma user_version = ${index + 1}; pragma application_id = ${applicationId}; commit`,
    );
  }
};

const open = (
  file: string,
  readOnly: boolean,
  setUp: (database: DatabaseSync) => void,
): DatabaseSync => {
  const database = new DatabaseSync(file, { readOnly });
  try {
    // Waits for another process that holds the file for a moment.
    database.exec(
      'pragma busy_timeout = 5000; pragma temp_store = memory; pragma cache_size = -8192',
    );
    setUp(database);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && /not a database|malformed/.test(error.message))
      throw new StoreFileError(`${file} is damaged or no database: move it away`, { cause: error });
    throw error;
  }
};

/** Opens a file to write, made or brought up to date where it has to be. Throws a StoreFileError. */
export const openToWrite = (file: string): DatabaseSync =>
  open(file, false, (database) => {
    // Readers go on while a batch is appended; what is committed survives the end of the process.
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    migrate(database, file);
  });

/** Opens a file that was opened to write before. */
export const openToRead = (file: string): DatabaseSync => open(file, true, () => undefined);
