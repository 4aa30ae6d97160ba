import type { FieldError } from '@faultline/contracts';
import type { PurchaseField } from './purchase-form';

const fieldOf: Readonly<Record<string, PurchaseField>> = {
  email: 'email',
  'card.number': 'number',
  'card.expMonth': 'expiry',
  'card.expYear': 'expiry',
  'card.cvc': 'cvc',
};

const wrong: Readonly<Record<PurchaseField, string>> = {
  email: 'This is not an e-mail address.',
  number: 'This is not a card number.',
  expiry: 'This is not a month of a year.',
  cvc: 'This is not a security code.',
};

/** Messages of schemas (`must match pattern …`) are not shown to shoppers. */
const isForPrograms = (message: string): boolean => message.startsWith('must ');

/** Assigns the server's field errors to the form's fields; `rest` are those of other fields. */
export const placeErrors = (errors: readonly FieldError[]) => {
  const placed: Partial<Record<PurchaseField, string>> = {};
  const rest: FieldError[] = [];
  for (const error of errors) {
    const field = fieldOf[error.field];
    if (field) placed[field] ??= isForPrograms(error.message) ? wrong[field] : error.message;
    else rest.push(error);
  }
  return { placed, rest };
};
