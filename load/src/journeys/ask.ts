import type { Guard } from '@faultline/contracts/guards';
import type { Shopper, ShopResponse, ShopStep } from './shopper.ts';

/** Sends a step, checks the status and the shape of its response, and returns the body. */
export const ask = async <Body>(
  shopper: Shopper,
  step: ShopStep,
  status: number,
  isBody: Guard<Body>,
): Promise<Body> =>
  checkResponse(shopper, step.name, await shopper.client.request(step), status, isBody);

/** Checks the status and the shape of a response, and returns the body. */
export const checkResponse = <Body>(
  shopper: Shopper,
  name: string,
  response: ShopResponse,
  status: number,
  isBody: Guard<Body>,
): Body => {
  const { body } = response;
  const detail = () => `responded with ${response.status} ${excerpt(body)}`;
  shopper.check(`${name} responds with ${status}`, response.status === status, detail);
  shopper.check(`${name} has its shape`, isBody(body), detail);
  return body;
};

const excerpt = (body: unknown): string =>
  (typeof body === 'string' ? body : (JSON.stringify(body) ?? '')).slice(0, 200);
