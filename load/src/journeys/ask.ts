import type { Guard } from './answers.ts';
import type { ShopAnswer, Shopper, ShopStep } from './shopper.ts';

/** Sends a step, checks the status and the shape of its answer, and gives the body. */
export const ask = async <Body>(
  shopper: Shopper,
  step: ShopStep,
  status: number,
  isBody: Guard<Body>,
): Promise<Body> =>
  checkAnswer(shopper, step.name, await shopper.client.request(step), status, isBody);

/** Checks the status and the shape of an answer, and gives the body. */
export const checkAnswer = <Body>(
  shopper: Shopper,
  name: string,
  answer: ShopAnswer,
  status: number,
  isBody: Guard<Body>,
): Body => {
  const { body } = answer;
  const detail = () => `answered ${answer.status} ${excerpt(body)}`;
  shopper.check(`${name} answers ${status}`, answer.status === status, detail);
  shopper.check(`${name} has its shape`, isBody(body), detail);
  return body;
};

const excerpt = (body: unknown): string =>
  (typeof body === 'string' ? body : (JSON.stringify(body) ?? '')).slice(0, 200);
