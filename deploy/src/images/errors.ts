/** Images cannot be built, for a reason that one line tells. */
export class ImagesError extends Error {
  override readonly name = 'ImagesError';
}
