import { type Static, Type } from 'typebox';
import { page, Time } from './common';

const SettingValue = Type.Union([Type.Number(), Type.String()]);

const Setting = Type.Object({
  name: Type.String(),
  description: Type.String(),
  kind: Type.Union([
    Type.Literal('number'),
    Type.Literal('duration'),
    Type.Literal('text'),
    Type.Literal('choice'),
  ]),
  default: Type.Optional(SettingValue),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  choices: Type.Optional(Type.Array(Type.String())),
});
export type FaultSetting = Static<typeof Setting>;

export const FaultCard = Type.Object({
  key: Type.String(),
  title: Type.String(),
  service: Type.String(),
  difficulty: Type.String(),
  /** What it affects: some requests, all for as long as it is on, the process, or the requests to one version. */
  scope: Type.Union([
    Type.Literal('request'),
    Type.Literal('standing'),
    Type.Literal('process'),
    Type.Literal('release'),
  ]),
  /** The path of its page in the repository, with all of this and how to investigate. */
  page: Type.String(),
  /** What the shopper notices. */
  userImpact: Type.String(),
  /** What one sees in metrics, traces, logs and on the map. */
  expect: Type.Array(Type.String()),
  /** What really breaks, and how to mend it: the solution. */
  mechanism: Type.String(),
  remedy: Type.String(),
  hints: Type.Array(Type.String()),
  settings: Type.Array(Setting),
  /** Its settings while it is on. */
  on: Type.Optional(
    Type.Object({ settings: Type.Record(Type.String(), SettingValue), until: Type.Optional(Time) }),
  ),
  /** The share of the service's requests that it hit in the last minute; only while it is on, of a fault that affects requests. */
  hitShare: Type.Optional(Type.Number()),
  /** Why it could not take hold. */
  problem: Type.Optional(Type.String()),
  /** Damage that remains until the service restarts. */
  leavesBehind: Type.Optional(Type.String()),
});
export type FaultCard = Static<typeof FaultCard>;

export const FaultList = Type.Object({
  items: Type.Array(FaultCard),
  ...page,
  /** Whether faults are set elsewhere, such as by Helm, and only shown here. */
  readOnly: Type.Boolean(),
});
export type FaultList = Static<typeof FaultList>;

/** Settings of a fault; `for` is how long it stays on. Durations are milliseconds or text such as `5m`. */
export const SwitchOn = Type.Object({
  settings: Type.Optional(Type.Record(Type.String(), SettingValue)),
});

export const Nothing = Type.Object({});
