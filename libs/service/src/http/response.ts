import { Problem } from '@faultline/contracts';
import type { Static, TSchema } from 'typebox';
import type { Dispatcher } from 'undici';
import { matches } from '../matches';
import { DependencyProblem } from './call-error';

/** The body of a response, checked against its schema; a dependency's problem is thrown as an error. */
export const readResponse = async <Schema extends TSchema>(
  dependency: string,
  { statusCode, body }: Dispatcher.ResponseData<unknown>,
  schema: Schema,
): Promise<Static<Schema>> => {
  const content: unknown = await body.json();
  if (statusCode < 300) {
    if (matches(schema, content)) return content;
    throw new Error(`${dependency} answered with a body that its contract does not allow`);
  }
  if (matches(Problem, content)) throw new DependencyProblem(dependency, content);
  throw new Error(`${dependency} answered with status ${statusCode}`);
};
