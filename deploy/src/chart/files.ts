import {
  durationSettings,
  type FaultKey,
  faultKeys,
  faultOf,
  settingsSchema,
} from '@faultline/faults';
import { services, stores } from '@faultline/topology';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** What the chart's templates know of the system. */
export const renderTopology = (): string =>
  json({
    services: Object.fromEntries(
      Object.entries(services).map(([name, { calls, stores, externals, urlVariable }]) => [
        name,
        { calls, stores, externals, urlVariable },
      ]),
    ),
    stores: Object.fromEntries(
      Object.entries(stores).map(([name, { engine, urlVariable, replicaOf }]) => [
        name,
        { engine, urlVariable, ...(replicaOf && { replicaOf }) },
      ]),
    ),
  });

const settingsOf = (key: FaultKey) =>
  Object.fromEntries(
    Object.entries(settingsSchema(key).properties).map(([name, schema]) => {
      const { default: fallback, minimum, maximum } = Object(schema);
      return [
        name,
        {
          ...(fallback !== undefined && { default: fallback }),
          ...(minimum !== undefined && { minimum, maximum }),
          ...(durationSettings.has(name) && { milliseconds: true }),
        },
      ];
    }),
  );

/** What the chart's templates know of the faults. */
export const renderCatalogue = (): string =>
  json(
    Object.fromEntries(
      faultKeys.map((key) => {
        const { service, scope } = faultOf(key);
        return [key, { service, scope, settings: settingsOf(key) }];
      }),
    ),
  );
