import { Problem } from '@faultline/contracts';
import type { Static, TSchema } from 'typebox';
import type { Dispatcher } from 'undici';
import { matches } from '../matches';
import { CalleeProblem } from './call-error';

/** The body of an answer, checked against its schema; a callee's problem is thrown as an error. */
export const readAnswer = async <Schema extends TSchema>(
  callee: string,
  { statusCode, body }: Dispatcher.ResponseData<unknown>,
  schema: Schema,
): Promise<Static<Schema>> => {
  const content: unknown = await body.json();
  if (statusCode < 300) {
    if (matches(schema, content)) return content;
    throw new Error(`${callee} answered with a body that its contract does not allow`);
  }
  if (matches(Problem, content)) throw new CalleeProblem(callee, content);
  throw new Error(`${callee} answered with status ${statusCode}`);
};
