import { type Static, Type } from 'typebox';

export const HealthState = Type.Union([
  Type.Literal('OK'),
  Type.Literal('ERROR'),
  Type.Literal('TIMEOUT'),
]);

/** The state of a service or of something it depends on. `StatusTime` is RFC 3339 in UTC. */
export const HealthEntry = Type.Object({
  Name: Type.String(),
  Status: HealthState,
  StatusTime: Type.String({ format: 'date-time' }),
});
export type HealthEntry = Static<typeof HealthEntry>;

/** The body at `healthPath`: the service itself first. */
export const HealthReport = Type.Array(HealthEntry);
export type HealthReport = Static<typeof HealthReport>;

/** The path at which every service reports its own state and that of its dependencies. */
export const healthPath = '/health/status';
