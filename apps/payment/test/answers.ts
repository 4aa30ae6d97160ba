import { Charge, Problem } from '@faultline/contracts';
import { Parse } from 'typebox/value';
import { expect } from 'vitest';

/** The charge of a 201. */
export const charged = async (answer: Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBe(201);
  return Parse(Charge, await response.json());
};

/** The problem of any other answer. */
export const refused = async (answer: Promise<Response>) => {
  const response = await answer;
  const { code, errors } = Parse(Problem, await response.json());
  return { status: response.status, code, fields: errors?.map(({ field }) => field) };
};
