import type { FieldError, Problem } from '@faultline/contracts';

/**
 * How a request can go wrong, seen from the page: the server `answered` with an error, nothing
 * answered (`unreachable`), the page stopped waiting (`late`), or the response made no sense
 * (`unreadable`).
 */
export type FailureKind = 'answered' | 'unreachable' | 'late' | 'unreadable';

interface FailureFacts {
  status?: number | undefined;
  problem?: Problem | undefined;
  requestId?: string | undefined;
  cause?: unknown;
}

/** A request that did not give what was asked for. `requestId` finds it in the shop's logs. */
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

/** What was thrown, as a Failure: anything else is a defect of the page and has no request id. */
export const asFailure = (thrown: unknown): Failure =>
  thrown instanceof Failure ? thrown : new Failure('unreadable', { cause: thrown });
