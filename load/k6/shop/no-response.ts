/** No response came: the shop could not be reached, hung up, or took too long. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
  /** It was k6 that hung up, since the run is over. */
  readonly wasCut: boolean;

  constructor(step: string, cause: unknown) {
    // k6 rejects with an error of Go, the text of which starts with the address that was asked.
    const reason = String(cause).replace(/^\w+ "[^"]*": /, '');
    super(`${step}: no response (${reason})`);
    this.wasCut = reason === 'context canceled';
  }
}
