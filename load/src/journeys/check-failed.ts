/** A response failed a check. `check` is one of few names, `detail` is free text. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';

  constructor(
    readonly check: string,
    readonly detail: string,
  ) {
    super(`${check}: ${detail}`);
  }
}
