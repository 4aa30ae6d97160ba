/** What k6 gives every script and its type definitions leave out. */
declare const console: { warn(message: string): void };
