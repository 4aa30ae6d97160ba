import { Problem } from '@faultline/contracts';
import { Parse } from 'typebox/value';

/** The status, code and fields of a response that is a problem. */
export const refused = async (pending: Response | Promise<Response>) => {
  const response = await pending;
  const { code, errors } = Parse(Problem, await response.json());
  return { status: response.status, code, fields: errors?.map(({ field }) => field) };
};
