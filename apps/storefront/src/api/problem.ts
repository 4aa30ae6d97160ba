import type { FieldError, Problem } from '@faultline/contracts';
import { isConflict, isDecline, isRecord } from './shapes';

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';

/** Checks the shape, because errors may also come from a proxy in between. */
export const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  typeof value.title === 'string' &&
  typeof value.code === 'string' &&
  typeof value.status === 'number' &&
  typeof value.requestId === 'string' &&
  (value.detail === undefined || typeof value.detail === 'string') &&
  (value.errors === undefined ||
    (Array.isArray(value.errors) && value.errors.every(isFieldError))) &&
  (value.conflict === undefined || isConflict(value.conflict)) &&
  (value.decline === undefined || isDecline(value.decline));
