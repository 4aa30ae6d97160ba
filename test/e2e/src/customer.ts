import { randomInt, randomUUID } from 'node:crypto';
import type { CheckoutAnswer, Order, PricedCart, Problem, ProductPage } from '@faultline/contracts';

export const goodCard = { number: '4242424242424242', expMonth: 12, expYear: 2039, cvc: '123' };
export const declinedCard = { ...goodCard, number: '4000000000009995' };

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

const newAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** A customer with a browser's cookie and an address of his own, over plain HTTP. */
export class Customer {
  cookie: string | undefined;
  /** The cart as it was shown last. */
  shown: PricedCart | undefined;
  readonly #address = newAddress();

  constructor(private readonly shopUrl: string) {}

  async send<Body = Problem>(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const { body, headers } = options;
    const response = await fetch(this.shopUrl + path, {
      method,
      headers: {
        'x-forwarded-for': this.#address,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';', 1)[0];
    const text = await response.text();
    const parsed = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed };
  }

  products = (query = '') => this.send<ProductPage>('GET', `/api/products${query}`);
  cart = () => this.#see(this.send('GET', '/api/cart'));
  put = (productId: string, quantity: number) =>
    this.#see(this.send('PUT', `/api/cart/items/${productId}`, { body: { quantity } }));
  order = (id: string) => this.send<Order>('GET', `/api/orders/${id}`);

  /** Pays the cart as it was shown last, or another. */
  async checkout<Body = CheckoutAnswer>(
    key: string = randomUUID(),
    { card = goodCard, cart }: { card?: typeof goodCard; cart?: PricedCart | undefined } = {},
  ) {
    const shown = cart ?? this.shown ?? (await this.cart()).body;
    const body = { email: 'ada@example.test', card, cart: shown };
    return this.send<Body>('POST', '/api/checkout', { body, headers: { 'idempotency-key': key } });
  }

  async #see(sent: Promise<Answer<PricedCart>>): Promise<Answer<PricedCart>> {
    const answer = await sent;
    if (answer.status === 200) this.shown = answer.body;
    return answer;
  }
}
