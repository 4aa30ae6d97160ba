/** No answer came: the shop could not be reached, hung up, or took too long. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(step: string, cause: unknown) {
    // k6 rejects with an error of Go, the text of which starts with the address that was asked.
    super(`${step}: no answer (${String(cause).replace(/^\w+ "[^"]*": /, '')})`);
  }
}
