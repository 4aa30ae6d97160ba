/** Images cannot be built; the message is one line. */
export class ImagesError extends Error {
  override readonly name = 'ImagesError';
}
