import { Problem } from '@faultline/contracts';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Books, openBooks } from './books';
import { card, newKey, newSession, type PaymentFixture, purchase, startPayment } from './fixture';

let store: Store;
let books: Books;
let service: PaymentFixture;

beforeAll(async () => {
  store = await withPostgres();
  books = openBooks(store.url);
  service = await startPayment({ DATABASE_URL: store.url });
});

afterAll(async () => {
  await service?.stop();
  await books?.close();
  await store?.stop();
});

describe('a test card', () => {
  it.each([
    ['4000000000000002', 'card_declined'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000069', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc'],
  ])('%s is declined with %s, also when its key comes again', async (number, code) => {
    const [session, key] = [newSession(), newKey()];
    const request = { ...purchase, card: { ...card, number } };
    const counted = await service.counted(async () => {
      for (const response of [
        await service.charge(session, key, request),
        await service.charge(session, key, request),
        await service.replay(session, key, request),
      ]) {
        expect(response.status).toBe(402);
        expect(Parse(Problem, await response.json())).toMatchObject({
          code: 'payment-declined',
          detail: expect.stringContaining(code),
          errors: [{ field: 'card', message: expect.stringContaining(code) }],
          decline: { code },
        });
      }
    });
    expect(counted).toEqual({ [`declined/${code}`]: 1 });
    expect(await books.row(key)).toMatchObject({ state: 'declined', reason: code });
    expect(await books.disagreements()).toEqual([]);
  });
});

describe('an invalid request', () => {
  const withCard = (change: object) => ({ ...purchase, card: { ...card, ...change } });
  const withLine = (change: object) => ({
    ...purchase,
    lines: purchase.lines.map((line) => ({ ...line, ...change })),
  });
  const priced = (amount: number) => ({ ...purchase, total: { amount, currency: 'EUR' } });

  it.each([
    ['an impossible number', withCard({ number: '4242424242424241' }), 422, 'card.number'],
    ['an expired card', withCard({ expYear: 2020 }), 422, 'card.expYear'],
    ['letters for a number', withCard({ number: '4242x' }), 400, 'card.number'],
    ['a thirteenth month', withCard({ expMonth: 13 }), 400, 'card.expMonth'],
    ['a CVC of two digits', withCard({ cvc: '12' }), 400, 'card.cvc'],
    ['no e-mail', { ...purchase, email: 'nobody' }, 400, 'email'],
    ['no lines', { ...purchase, lines: [] }, 400, 'lines'],
    ['nothing to pay', priced(0), 400, 'total.amount'],
    ['a negative total', priced(-1), 400, 'total.amount'],
    ['a total that no ledger row can hold', priced(3_000_000_000), 400, 'total.amount'],
    ['a total that its lines do not make', priced(999_999), 422, 'total'],
    [
      'a line that is not price times quantity',
      withLine({ quantity: 3 }),
      422,
      'lines.0.lineTotal',
    ],
    ['NUL in the name of a line', withLine({ name: '\u0000' }), 400, 'lines.0.name'],
    ['half a surrogate pair in a name', withLine({ name: 'Mug \ud800' }), 400, 'lines.0.name'],
    ['the other half of one', withLine({ name: '\udc00\ud800' }), 400, 'lines.0.name'],
    ['a tip that nobody asked for', { ...purchase, tip: 1 }, 400, 'tip'],
  ])('is refused for %s before anybody is asked', async (_, request, status, field) => {
    const key = newKey();
    const counted = await service.counted(async () => {
      const response = await refused(service.charge(newSession(), key, request));
      expect(response).toMatchObject({ status, fields: [field] });
    });
    expect(counted).toEqual({});
    expect(await books.ledger(key)).toEqual([]);
    expect(await books.chargedBySandbox(key)).toBe(0);
  });

  it('is not refused for a name with a whole surrogate pair', async () => {
    const response = await service.charge(newSession(), newKey(), withLine({ name: 'Mug 🍵' }));
    expect(response.status).toBe(201);
  });

  it.each(['', 'short', 'k'.repeat(129), 'a key with spaces'])(
    'is refused for the key %j',
    async (key) => {
      expect(await refused(service.charge(newSession(), key))).toMatchObject({
        status: 400,
        fields: ['idempotency-key'],
      });
    },
  );
});
