import {
  type FaultKey,
  faultKeys,
  faultOf,
  formerName,
  isDuration,
  settingFacts,
  settingsSchema,
} from '@faultline/faults';
import {
  entry,
  externals,
  type ServiceSpec,
  serviceNames,
  services,
  storeNames,
  stores,
} from '@faultline/topology';
import type { TSchema } from 'typebox';
import { postgresqlSettings, redisSettings } from './store-settings';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The maximum length of each kind of name: a label of a StatefulSet's pods contains its name and a hash. */
const maxNameLengths = { StatefulSet: 52, Job: 63, Service: 63 };

const longest = (names: readonly string[]): number => Math.max(...names.map((name) => name.length));

/** The maximum length of a release's name prefix with which the longest name is still valid. */
const maxFullnameLength = (): number =>
  Math.min(
    maxNameLengths.StatefulSet - longest(storeNames.map((name) => `-${name}`)),
    maxNameLengths.Job - longest(serviceNames.map((name) => `-${name}-restore-12345678`)),
    maxNameLengths.Service - longest(serviceNames.map((name) => `-${name}-pods`)),
    maxNameLengths.Service - longest(storeNames.map((name) => `-${name}`)),
  );

/** A service's secrets, each with its key in the Secret of the service. */
const secretsOf = ({ secrets = [] }: ServiceSpec) =>
  secrets.map((variable) => ({ variable, key: variable.toLowerCase().replaceAll('_', '-') }));

/** The external systems of a service, each with what the chart calls its address. */
const externalsOf = (service: ServiceSpec) =>
  service.externals.map((name) => {
    const { urlVariable, chartValue } = externals[name];
    return { name, urlVariable, chartValue };
  });

/** The data of the system for the chart's templates. */
export const renderTopology = (): string =>
  json({
    maxFullnameLength: maxFullnameLength(),
    entry,
    services: Object.fromEntries(
      Object.entries(services).map(([name, service]) => {
        const { calls, stores, urlVariable, limitsRate = false } = service;
        const secrets = secretsOf(service);
        return [
          name,
          { calls, stores, externals: externalsOf(service), secrets, limitsRate, urlVariable },
        ];
      }),
    ),
    stores: Object.fromEntries(
      Object.entries(stores).map(([name, { engine, urlVariable, replicaOf, whenFull }]) => [
        name,
        { engine, urlVariable, ...(replicaOf && { replicaOf }), ...(whenFull && { whenFull }) },
      ]),
    ),
  });

/** The names of a store's settings. */
export const renderStoreSettings = (): string =>
  json({ postgresql: postgresqlSettings, redis: redisSettings });

const boundsOf = (schema: TSchema) => {
  const { default: fallback, minimum, maximum } = settingFacts(schema);
  return { ...(fallback !== undefined && { default: fallback }), minimum, maximum };
};

/** Limits that the schema of the values cannot check: those of percentages such as `25%` and durations such as `5m`. */
const checksOf = (key: FaultKey) => {
  const settings = Object.entries<TSchema>(settingsSchema(key).properties);
  const durations = settings.filter(([, schema]) => isDuration(schema));
  const [rate] = settings.filter(([name]) => name === 'rate');
  return {
    ...(rate && { rate: boundsOf(rate[1]) }),
    durations: Object.fromEntries(
      durations.map(([name, schema]) => [
        name,
        { ...boundsOf(schema), formerly: formerName(schema) },
      ]),
    ),
  };
};

/** The data of the faults for the chart's templates. */
export const renderCatalogue = (): string =>
  json(
    Object.fromEntries(
      faultKeys.map((key) => {
        const { service, scope } = faultOf(key);
        return [key, { service, scope, first: key === faultKeys[0], ...checksOf(key) }];
      }),
    ),
  );
