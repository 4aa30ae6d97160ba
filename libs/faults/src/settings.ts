import { type TNumber, type TString, Type } from 'typebox';

/** A share of the requests, in percent. */
export const percent = (
  fallback: number,
  description = 'Percent of the requests that it hits',
): TNumber => Type.Number({ minimum: 0.1, maximum: 100, default: fallback, description });

/** A duration in milliseconds. */
export const milliseconds = (
  fallback: number,
  minimum: number,
  maximum: number,
  description: string,
): TNumber => Type.Number({ minimum, maximum, default: fallback, description });

export const wholeNumber = (
  fallback: number,
  minimum: number,
  maximum: number,
  description: string,
): TNumber => Type.Number({ minimum, maximum, multipleOf: 1, default: fallback, description });

/** What a text names, where it must be one of those that there are. */
export type Named = 'product' | 'fault';

export const productId = (fallback: string): TString =>
  Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    default: fallback,
    description: 'The id of the one product that it hits',
    names: 'product' satisfies Named,
  });

export const faultKey = (fallback: string, description: string): TString =>
  Type.String({ default: fallback, description, names: 'fault' satisfies Named });

/** Settings in milliseconds, which people write as `5m` or `300ms`. */
export const durationSettings: ReadonlySet<string> = new Set(['for', 'delay']);

/** What every fault can be limited to. */
export const limits = {
  for: Type.Optional(
    Type.Number({
      minimum: 1_000,
      maximum: 86_400_000,
      description: 'Milliseconds until it ends by itself',
    }),
  ),
  version: Type.Optional(
    Type.String({
      pattern: '^[\\w.+-]{1,64}$',
      description: 'The one version of the service that it hits',
    }),
  ),
  session: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{16}$',
      description: 'The one session that it hits, hashed as telemetry shows it',
    }),
  ),
};
