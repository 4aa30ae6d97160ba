import { passesLuhn } from '@faultline/contracts/cards';
import { digitsOf } from './card-number';
import { isPast, readExpiry } from './expiry';
import type { Payer } from './purchase-key';

export const purchaseFields = ['email', 'number', 'expiry', 'cvc'] as const;
export type PurchaseField = (typeof purchaseFields)[number];

/** The form's fields as typed. */
export type PurchaseForm = Readonly<Record<PurchaseField, string>>;
export type FieldMessages = Readonly<Partial<Record<PurchaseField, string>>>;

export const emptyPurchaseForm: PurchaseForm = { email: '', number: '', expiry: '', cvc: '' };

const missing: Readonly<Record<PurchaseField, string>> = {
  email: 'Enter your e-mail address.',
  number: 'Enter the number on your card.',
  expiry: 'Enter the month and year until which the card is good, such as 08/29.',
  cvc: 'Enter the security code of your card.',
};

const hintFor: Readonly<Record<PurchaseField, (text: string, today: Date) => string | undefined>> =
  {
    email: (text) =>
      /^\S+@\S+\.\S+$/.test(text.trim())
        ? undefined
        : 'An e-mail address looks like you@example.org.',
    number: (text) => {
      const digits = digitsOf(text);
      if (digits.length < 12) return 'Card numbers have 12 to 19 digits.';
      return passesLuhn(digits) ? undefined : 'One of the digits seems mistyped.';
    },
    expiry: (text, today) => {
      const expiry = readExpiry(text);
      if (!expiry) return 'Write it as on the card: month, slash, year.';
      return isPast(expiry, today) ? 'This date is in the past.' : undefined;
    },
    cvc: (text) =>
      /^\d{3,4}$/.test(text.trim()) ? undefined : 'It has three digits, on some cards four.',
  };

/** A hint about a filled field; only the server decides whether it is valid. */
export const hint = (field: PurchaseField, form: PurchaseForm, today: Date): string | undefined =>
  form[field].trim() === '' ? undefined : hintFor[field](form[field], today);

export type ReadForm = { payer: Payer } | { errors: FieldMessages };

/** The request of the form, or the errors that prevent sending it: empty fields or an invalid date. */
export const readForm = (form: PurchaseForm): ReadForm => {
  const errors = Object.fromEntries(
    purchaseFields
      .filter((field) => form[field].trim() === '')
      .map((field) => [field, missing[field]]),
  );
  const expiry = readExpiry(form.expiry);
  if (!expiry) return { errors: { expiry: missing.expiry, ...errors } };
  if (Object.keys(errors).length > 0) return { errors };
  return {
    payer: {
      email: form.email.trim(),
      card: {
        number: digitsOf(form.number),
        expMonth: expiry.month,
        expYear: expiry.year,
        cvc: form.cvc.trim(),
      },
    },
  };
};
