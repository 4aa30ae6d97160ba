/** What was typed cannot be meant; the message says what could be. */
export class ImagesUsageError extends Error {
  override readonly name = 'ImagesUsageError';
}

/** Images cannot be built, for a reason that one line tells. */
export class ImagesError extends Error {
  override readonly name = 'ImagesError';
}
