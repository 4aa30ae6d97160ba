import type { FieldError, Problem } from '@faultline/contracts';

/**
 * How a request failed: the server responded with an error (`error-response`), there was no
 * response (`unreachable`), the page stopped waiting (`late`), or the response was invalid
 * (`unreadable`).
 */
export type FailureKind = 'error-response' | 'unreachable' | 'late' | 'unreadable';

interface FailureFacts {
  status?: number | undefined;
  problem?: Problem | undefined;
  requestId?: string | undefined;
  cause?: unknown;
}

/** A failed request. `requestId` identifies it in the shop's logs. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly problem: Problem | undefined;
  readonly requestId: string | undefined;

  constructor(kind: FailureKind, { status, problem, requestId, cause }: FailureFacts = {}) {
    super(problem?.title ?? (status === undefined ? kind : `${kind} ${status}`), { cause });
    this.kind = kind;
    this.status = status;
    this.problem = problem;
    this.requestId = problem?.requestId ?? requestId;
  }

  get fieldErrors(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }
}

/** Converts a thrown value to a Failure. Any other value is a defect of the page, without a request id. */
export const asFailure = (thrown: unknown): Failure =>
  thrown instanceof Failure ? thrown : new Failure('unreadable', { cause: thrown });
