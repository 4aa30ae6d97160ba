/**
 * - `PORT_TAKEN`: something else listens on the port that was asked for.
 * - `NOT_INSTALLED`: the server program is missing; the message names the command that installs it.
 * - `DIRECTORY_UNUSABLE`: the data directory cannot be used by this user.
 * - `DISK_FULL`: the server could not write.
 * - `START_FAILED`: the server ended, or was not ready in time; the message contains its last output.
 */
export type StoreErrorCode =
  | 'PORT_TAKEN'
  | 'NOT_INSTALLED'
  | 'DIRECTORY_UNUSABLE'
  | 'DISK_FULL'
  | 'START_FAILED';

/** The error of a store that did not start; its `message` is one line. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly details: { port?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
  }
}
