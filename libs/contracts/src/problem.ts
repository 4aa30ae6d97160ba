import { type Static, Type } from 'typebox';
import { CheckoutConflict } from './checkout';

/** One field of a request that was refused. `field` is a dotted path: `card.number`. */
export const FieldError = Type.Object({ field: Type.String(), message: Type.String() });
export type FieldError = Static<typeof FieldError>;

/**
 * RFC 9457 problem details. `code` is stable and meant for programs, `detail` for people.
 * `requestId` finds the request in logs and traces. `conflict` says what keeps a checkout from the
 * cart that it was for.
 */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  code: Type.String(),
  requestId: Type.String(),
  errors: Type.Optional(Type.Array(FieldError)),
  conflict: Type.Optional(CheckoutConflict),
});
export type Problem = Static<typeof Problem>;
