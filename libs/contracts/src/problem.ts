import { type Static, Type } from 'typebox';
import { CheckoutConflict } from './checkout';
import { Decline } from './payment';

/** One field of a request that was refused. `field` is a dotted path: `card.number`. */
export const FieldError = Type.Object({ field: Type.String(), message: Type.String() });
export type FieldError = Static<typeof FieldError>;

/**
 * The extension members of RFC 9457: data of certain problems besides the code. `conflict`
 * says why a checkout cannot buy its cart, `decline` is the reason of `payment-declined`, `position` is the character
 * from which a query cannot be read, counted from 0.
 */
const extensions = {
  conflict: Type.Optional(CheckoutConflict),
  decline: Type.Optional(Decline),
  position: Type.Optional(Type.Integer({ minimum: 0 })),
};

/**
 * RFC 9457 problem details. `code` is stable and meant for programs, `detail` for people.
 * `requestId` finds the request in logs and traces.
 */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  code: Type.String(),
  requestId: Type.String(),
  errors: Type.Optional(Type.Array(FieldError)),
  ...extensions,
});
export type Problem = Static<typeof Problem>;
export type ProblemExtensions = Pick<Problem, keyof typeof extensions>;
