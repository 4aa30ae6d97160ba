import type { CheckoutConflict, FieldError, Problem } from '@faultline/contracts';

export interface ProblemOptions {
  /** The fields of the request that caused it. */
  errors?: FieldError[] | undefined;
  /** What keeps a checkout from the cart that it was for. */
  conflict?: CheckoutConflict | undefined;
  cause?: unknown;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** Headers that the status asks for, such as Allow. */
  headers?: Readonly<Record<string, string>>;
}

/** An error that a caller is told about, as RFC 9457 problem details. Its message is public. */
export class ProblemError extends Error {
  readonly errors: FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly conflict: CheckoutConflict | undefined;

  constructor(
    /** HTTP status. */
    readonly statusCode: number,
    /** Stable, kebab-case, for programs. */
    readonly code: string,
    detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'ProblemError';
    this.errors = options.errors;
    this.headers = {
      ...options.headers,
      ...(options.retryAfter !== undefined && { 'retry-after': String(options.retryAfter) }),
    };
    this.conflict = options.conflict;
  }
}

const aboutField =
  (status: number) =>
  (code: string, field: string, detail: string): ProblemError =>
    new ProblemError(status, code, detail, { errors: [{ field, message: detail }] });

/** 404: the thing that `field` names does not exist. */
export const notFound = aboutField(404);

/** 409: the request contradicts what is there. */
export const conflict = aboutField(409);

/** 422: well-formed, but its content cannot be right. */
export const unprocessable = aboutField(422);

const urnOf = (code: string): string => `urn:faultline:problem:${code}`;

/** The body of an answer; `title` is the code in words. */
export const problemBody = (
  status: number,
  code: string,
  detail: string,
  requestId: string,
  { errors, conflict }: Pick<ProblemOptions, 'errors' | 'conflict'>,
): Problem => ({
  type: urnOf(code),
  title: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' '),
  status,
  detail,
  code,
  requestId,
  ...(errors && { errors }),
  ...(conflict && { conflict }),
});
