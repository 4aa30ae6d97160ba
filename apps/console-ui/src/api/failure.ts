/** A request to the console that brought no result; the message says why in words for people. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    readonly status?: number,
    /** The code of the console's problem, such as `invalid-query`. */
    readonly code?: string,
  ) {
    super(message);
  }
}

interface Problem {
  code: string;
  title: string;
  detail?: string;
}

/** Whether a body is what the console says of a request that it could not serve. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

/** What a response that is not a success says. */
export const failureOf = (status: number, body: unknown): Failure => {
  if (isProblem(body)) return new Failure(body.detail ?? body.title, status, body.code);
  return new Failure(`The console responded with status ${status}`, status);
};

/** What an error says, without a full stop at its end. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
