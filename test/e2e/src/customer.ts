import { randomInt, randomUUID } from 'node:crypto';
import {
  type CheckoutResponse,
  type PricedCart,
  type Problem,
  type RequestParts,
  type ResponseOf,
  type ShopEndpoint,
  type ShopRoutes,
  targetOf,
} from '@faultline/contracts';
import { shopEndpoints } from '@faultline/contracts/shop-endpoints';
import { goodCard } from '@faultline/contracts/testing';

export const declinedCard = { ...goodCard, number: '4000000000009995' };

export interface HttpResponse<Body> {
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
    options: Pick<RequestParts, 'body' | 'headers'> = {},
  ): Promise<HttpResponse<Body>> {
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

  /** What a page asks, by its name in the public API. */
  ask<Name extends ShopEndpoint, Body = ResponseOf<ShopRoutes[Name]>>(
    name: Name,
    { params, query, ...options }: RequestParts = {},
  ): Promise<HttpResponse<Body>> {
    const { method, path } = shopEndpoints[name];
    return this.send<Body>(method, targetOf(path, { params, query }), options);
  }

  products = (query?: RequestParts['query']) => this.ask('listProducts', { query });
  cart = () => this.#see(this.ask('readCart'));
  put = (productId: string, quantity: number) =>
    this.#see(this.ask('putCartItem', { params: { productId }, body: { quantity } }));
  order = (id: string) => this.ask('readOrder', { params: { id } });

  /** Pays the cart as it was shown last, or another. */
  async checkout<Body = CheckoutResponse>(
    key: string = randomUUID(),
    { card = goodCard, cart }: { card?: typeof goodCard; cart?: PricedCart | undefined } = {},
  ) {
    const shown = cart ?? this.shown ?? (await this.cart()).body;
    const body = { email: 'ada@example.test', card, cart: shown };
    const headers = { 'idempotency-key': key };
    return this.ask<'checkout', Body>('checkout', { body, headers });
  }

  async #see(sent: Promise<HttpResponse<PricedCart>>): Promise<HttpResponse<PricedCart>> {
    const response = await sent;
    if (response.status === 200) this.shown = response.body;
    return response;
  }
}
