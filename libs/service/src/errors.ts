import type {
  FieldError,
  Problem,
  ProblemCodeOf,
  ProblemExtensions,
  Route,
} from '@faultline/contracts';

export interface ProblemOptions {
  /** The fields of the request that caused it. */
  errors?: FieldError[] | undefined;
  /** Data for clients besides the code. */
  extensions?: ProblemExtensions | undefined;
  cause?: unknown;
  /** Seconds after which a retry may succeed. */
  retryAfter?: number;
  /** Headers that the status requires, such as Allow. */
  headers?: Readonly<Record<string, string>>;
}

/** An error that callers get as RFC 9457 problem details. Its message is public. */
export class ProblemError extends Error {
  readonly errors: FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly extensions: ProblemExtensions;

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
    this.extensions = options.extensions ?? {};
  }
}

interface RouteProblemOptions extends ProblemOptions {
  /** The field that caused it; `detail` becomes the field's message. */
  field?: string;
}

/** A problem of a route's record, with the status in the record. */
export const problemOf = <Own extends Route>(
  { path, problems = {} }: Own,
  code: ProblemCodeOf<Own>,
  detail: string,
  { field, ...options }: RouteProblemOptions = {},
): ProblemError => {
  const [status] = Object.entries(problems).find(([, codes]) => codes.includes(code)) ?? [];
  if (status === undefined) throw new Error(`${path} has no problem ${code}`);
  return new ProblemError(Number(status), code, detail, {
    ...(field !== undefined && { errors: [{ field, message: detail }] }),
    ...options,
  });
};

const urnOf = (code: string): string => `urn:faultline:problem:${code}`;

/** The body of a response; `title` is the code in words. */
export const problemBody = (
  status: number,
  code: string,
  detail: string,
  requestId: string,
  { errors, extensions }: Pick<ProblemOptions, 'errors' | 'extensions'>,
): Problem => ({
  type: urnOf(code),
  title: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' '),
  status,
  detail,
  code,
  requestId,
  ...(errors && { errors }),
  ...extensions,
});
