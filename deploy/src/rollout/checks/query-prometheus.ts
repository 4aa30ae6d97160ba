import { Type } from 'typebox';
import { readJson } from '../../read-json';
import { get } from './get';

const Vector = Type.Object({
  data: Type.Object({
    result: Type.Array(
      Type.Object({
        metric: Type.Record(Type.String(), Type.String()),
        value: Type.Tuple([Type.Number(), Type.String()]),
      }),
    ),
  }),
});

interface Sample {
  metric: Readonly<Record<string, string>>;
  value: number;
}

/** What a Prometheus responds to an expression whose value is a vector. Throws a ClusterError. */
export const queryPrometheus = async (
  prometheus: string,
  expression: string,
): Promise<readonly Sample[]> => {
  const url = `${prometheus}/api/v1/query?query=${encodeURIComponent(expression)}`;
  const { data } = readJson(prometheus, Vector, await get(url));
  return data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
};
