/** Why the demo cannot run: `message` is one line that says what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}
