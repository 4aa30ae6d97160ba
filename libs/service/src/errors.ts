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
  /** What a program needs to know beside the code. */
  extensions?: ProblemExtensions | undefined;
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
  /** The one field that caused it, which is told the detail. */
  field?: string;
}

/** One of the problems that a route's record names, with the status that it has there. */
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
