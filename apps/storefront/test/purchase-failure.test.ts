import type { CheckoutConflict, FieldError, Problem } from '@faultline/contracts';
import { describe, expect, it } from 'vitest';
import { Failure } from '../src/api/failure';
import { describeChange } from '../src/checkout/describe-change';
import { explainPurchaseFailure } from '../src/checkout/purchase-failure';

/** The problem of a declined card; the page goes by its code, whatever its detail says. */
const declined = (code: NonNullable<Problem['decline']>['code'], detail: string) =>
  new Failure('error-response', {
    status: 402,
    problem: {
      type: 'about:blank',
      title: 'Payment declined',
      status: 402,
      code: 'payment-declined',
      detail,
      requestId: 'request-1',
      decline: { code },
    },
  });

const responded = (
  status: number,
  code: string,
  detail = '',
  errors?: FieldError[],
  conflict?: CheckoutConflict,
) =>
  new Failure('error-response', {
    status,
    problem: {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail,
      requestId: 'request-1',
      ...(errors && { errors }),
      ...(conflict && { conflict }),
    },
  });

describe('a purchase that failed', () => {
  it.each([
    [responded(402, 'payment-declined'), 'final'],
    [responded(409, 'cart-empty'), 'final'],
    [responded(409, 'idempotency-key-reused'), 'final'],
    [responded(409, 'cart-changed'), 'final'],
    [responded(409, 'price-changed'), 'final'],
    [responded(409, 'product-withdrawn'), 'final'],
    [responded(409, 'cart-already-paid'), 'final'],
    [responded(409, 'payment-under-way'), 'refused'],
    [responded(400, 'invalid-request'), 'refused'],
    [responded(422, 'expired-card'), 'refused'],
    [responded(429, 'too-many-requests'), 'refused'],
    [responded(500, 'internal-error'), 'unknown'],
    [responded(502, 'payment-provider-unreachable'), 'unknown'],
    [responded(503, 'payment-unreachable'), 'unknown'],
    [responded(504, 'payment-provider-late'), 'unknown'],
    [new Failure('late'), 'unknown'],
    [new Failure('unreachable'), 'unknown'],
    [new Failure('unreadable', { status: 201 }), 'unknown'],
  ] as const)('by "%s" is %s', (failure, outcome) => {
    expect(explainPurchaseFailure(failure).outcome).toBe(outcome);
  });

  it('never claims that nothing was charged when that is not known', () => {
    const unknown = [
      new Failure('late'),
      new Failure('unreachable'),
      responded(504, 'payment-provider-late'),
      responded(500, 'internal-error'),
    ];
    for (const failure of unknown) {
      const { happened, advice } = explainPurchaseFailure(failure);
      expect(happened).not.toContain('Nothing was charged');
      expect(advice).toContain('not be charged twice');
    }
  });

  it('says that an order may still go through when the page stopped waiting', () => {
    const { title, happened } = explainPurchaseFailure(new Failure('late'));
    expect(title).toContain('8 seconds');
    expect(happened).toContain('may still go through');
  });

  it('says why a card was declined, at the field that is to blame', () => {
    const funds = declined('insufficient_funds', 'No.');
    expect(explainPurchaseFailure(funds).happened).toContain('Insufficient funds');
    expect(explainPurchaseFailure(funds).fields).toEqual({});

    const code = declined('incorrect_cvc', 'No.');
    expect(explainPurchaseFailure(code).fields.cvc).toContain('security code');
  });

  it('says what has changed, each in its own words', () => {
    const price = (amount: number) => ({ amount, currency: 'EUR' as const });
    const [one, nine] = [
      { quantity: 1, price: price(2900) },
      { quantity: 9, price: price(99_999) },
    ];
    const egg = { productId: 'egg-pan', name: 'Egg Pan' };
    expect(describeChange({ reason: 'price-changed', ...egg, before: one, now: nine })).toBe(
      'costs €999.99 now, not €29.00',
    );
    expect(describeChange({ reason: 'quantity-changed', ...egg, before: one, now: nine })).toBe(
      'is in the cart 9 times now, not 1',
    );
    expect(describeChange({ reason: 'added', ...egg, now: one })).toBe('was put in: 1 × €29.00');
    expect(describeChange({ reason: 'removed', ...egg, before: one })).toContain('not in the cart');
    expect(describeChange({ reason: 'withdrawn', ...egg, before: one })).toContain('not sold');
  });

  it('hands on the order that the cart has become', () => {
    const orderId = '00000000-0000-4000-8000-000000000000';
    const paid = responded(409, 'cart-already-paid', '', undefined, { orderId });
    expect(explainPurchaseFailure(paid).orderId).toBe(orderId);
  });

  it('says that what was bought is out of the cart only when the shop shows the cart', () => {
    const orderId = '00000000-0000-4000-8000-000000000000';
    const total = { amount: 0, currency: 'EUR' as const };
    const cart = { id: null, items: [], total, unavailable: [] };
    const advice = (conflict: CheckoutConflict) =>
      explainPurchaseFailure(responded(409, 'cart-already-paid', '', undefined, conflict)).advice;
    expect(advice({ orderId, cart })).toContain('is out of your cart now');
    expect(advice({ orderId })).toContain('is still in your cart');
  });

  it('passes on a reason that it does not know', () => {
    const odd = declined('other', 'The card was declined: lost_card.');
    expect(explainPurchaseFailure(odd).happened).toContain('The card was declined: lost_card.');
  });

  it("puts the server's field errors at their fields", () => {
    const { fields, outcome } = explainPurchaseFailure(
      responded(422, 'expired-card', 'This card has expired.', [
        { field: 'card.expYear', message: 'This card has expired.' },
      ]),
    );
    expect(fields).toEqual({ expiry: 'This card has expired.' });
    expect(outcome).toBe('refused');
  });

  it("translates a schema's words", () => {
    const { fields } = explainPurchaseFailure(
      responded(400, 'invalid-request', '', [
        { field: 'email', message: 'must match format "email"' },
      ]),
    );
    expect(fields.email).toBe('This is not an e-mail address.');
  });

  it('shows an error that belongs to no field', () => {
    const { happened, fields } = explainPurchaseFailure(
      responded(422, 'cart-full', 'The cart is full.', [{ field: 'cart', message: 'is full' }]),
    );
    expect(happened).toContain('The cart is full.');
    expect(fields).toEqual({});
  });

  it('keeps the request id', () => {
    expect(explainPurchaseFailure(responded(500, 'internal-error')).cause.requestId).toBe(
      'request-1',
    );
  });
});
